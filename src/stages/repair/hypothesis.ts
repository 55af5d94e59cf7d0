import type { ChainLink } from '../../document/document.ts';
import type { Level } from './text/decoded-level.ts';

/**
 * What may have happened to a text, from a single kind of damage to a full account of it. These are the types that
 * all rooms of the stage share; places are indices into the text's code points.
 */

/** Layers of damage that are looked for at most. As many as the most damaged texts of the open benchmark have. */
export const MAX_LAYERS = 4;
/** Continuation bytes of UTF-8 in their places that are no coincidence. Set by hand on the open benchmark. */
export const PROOF = 4;

/** For a text by itself: no keys of chains that its article has shown. */
export const NOTHING_SEEN: ReadonlySet<string> = new Set();

/** A way in which text may have been damaged: one or more wrong readings of bytes, the outermost first. */
export interface Chain {
  readonly links: readonly ChainLink[];
  /** Its name: the links as `was>readAs`, separated by spaces. */
  readonly key: string;
  /** Bits: how rare this damage is among damages. */
  readonly cost: number;
}

/** One step of undoing a chain: the input's code points from `from` up to `to` become `out`. */
export interface Arc {
  readonly from: number;
  readonly to: number;
  readonly out: readonly number[];
  /** Bits for what had to be guessed; 0 where the bytes prove it. */
  readonly cost: number;
  /** By index in `out`: what a guessed character may have been, itself included. */
  readonly rivals?: ReadonlyMap<number, readonly number[]>;
}

/** A chain that can re-code something in a text. */
export interface Candidate {
  readonly chain: Chain;
  /** From left to right. */
  readonly arcs: readonly Arc[];
  /** Whether the arcs guess at what was lost. */
  readonly losses: boolean;
  /** Whether arcs were left out that would have torn words: the others are no ground for guesses. */
  readonly torn: boolean;
}

/** A candidate that guesses at nothing and leaves nothing out. */
export function candidateOf(chain: Chain, arcs: readonly Arc[]): Candidate {
  return { chain, arcs, losses: false, torn: false };
}

/** An arc that was chosen, with the index of its candidate in the plan. */
export interface Step extends Arc {
  readonly option: number;
}

/** What to do with a text. */
export interface Plan {
  /** From left to right; they do not overlap. */
  readonly steps: readonly Step[];
  readonly candidates: readonly Candidate[];
  /** Bits saved over leaving the text alone. */
  readonly gain: number;
}

/** A text that one chain explains from end to end. */
export interface SingleChainReading {
  readonly chain: Chain;
  readonly level: Level;
  /** Continuation bytes of UTF-8 that the outermost layer put in their places. */
  readonly proof: number;
}

/** Whether the innermost bytes of a chain were those of a legacy charset. */
export function isLegacy({ chain }: Candidate): boolean {
  return chain.links.at(-1)!.was !== 'utf-8';
}

/** Whether a chain takes C1 controls, read as Latin-1, for what they are in another charset, and touches nothing else. */
export function allControls({ chain, arcs }: Candidate, codes: readonly number[]): boolean {
  if (chain.links.length > 1 || chain.links[0]!.readAs !== 'iso-8859-1') return false;
  return arcs.every(
    ({ from, to }) => to === from + 1 && codes[from]! >= 0x80 && codes[from]! < 0xa0,
  );
}

/** Whether a plan re-codes everything that is no ASCII. */
export function coversAll({ steps }: Plan, codes: readonly number[]): boolean {
  let k = 0;
  for (let i = 0; i < codes.length; i++) {
    while (k < steps.length && steps[k]!.to <= i) k++;
    if (codes[i]! >= 0x80 && !(k < steps.length && steps[k]!.from <= i)) return false;
  }
  return true;
}
