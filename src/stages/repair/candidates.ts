import type { ChainLink } from '../../document.ts';
import { type Chain, LAYERS } from './chains.ts';
import { type Arc, lattice, type Sequence, start, undo } from './lattice.ts';

/** A chain that can re-code something in a text. */
export interface Candidate {
  readonly chain: Chain;
  readonly key: string;
  /** From left to right. */
  readonly arcs: readonly Arc[];
  /** Whether the arcs guess at what was lost. */
  readonly losses?: boolean;
}

const LAYER_PRICE = 2;
const LEGACY_LAYER_PRICE = 12;
const MAX_LAYERS = 4;

/** A chain's name. */
export function keyOf(links: readonly ChainLink[]): string {
  return links.map((l) => `${l.was}>${l.readAs}`).join(' ');
}

/** Whether the innermost bytes of a chain were those of a legacy charset. */
export function isLegacy({ chain }: Candidate): boolean {
  return chain.links.at(-1)!.was !== 'utf-8';
}

/** What decides how far to search. */
export interface Search {
  /** Takes a chain that can re-code something; returns the bits that it would save. */
  readonly take: (candidate: Candidate) => number;
  /** Whether text, after some layers, still does not look like any language. */
  readonly isStrange: (codes: readonly number[]) => boolean;
  /** Whether so little is strange that only UTF-8 in one layer can be proven. */
  readonly shallow: boolean;
}

const UTF_8 = LAYERS.filter(({ links }) => links[0]!.was === 'utf-8');
const LEGACY = LAYERS.filter(({ links }) => links[0]!.was !== 'utf-8');
/** Bits saved by which UTF-8 is proven, and legacy bytes need not be thought of. */
const PROVEN = 20;
/** So many times more places undone than left. */
const PURE = 8;

/** Hands every chain that can re-code something in the text to `take`. */
export function eachCandidate(codes: readonly number[], search: Search): void {
  extend(start(codes), [], 0, search);
}

function extend(seq: Sequence, links: readonly ChainLink[], price: number, search: Search): void {
  let proven = false;
  for (const layer of UTF_8) {
    const link = layer.links[0]!;
    const arcs = lattice(seq, link);
    if (arcs.length === 0) continue;
    const chainLinks = [...links, link];
    const cost = price + layer.price + (links.length === 0 ? 0 : LAYER_PRICE);
    const gain = search.take({
      chain: { links: chainLinks, price: cost },
      key: keyOf(chainLinks),
      arcs,
    });
    if (search.shallow) continue;
    const next = undo(seq, link);
    if (gain > PROVEN && next.undone >= PURE * next.left) proven = true;
    if (chainLinks.length >= MAX_LAYERS) continue;
    if (next.undone < 2 * next.left || !search.isStrange(next.seq.codes)) continue;
    extend(next.seq, chainLinks, cost, search);
  }
  if (proven || search.shallow) return;
  for (const layer of LEGACY) {
    const link = layer.links[0]!;
    const arcs = lattice(seq, link);
    if (arcs.length === 0) continue;
    const chainLinks = [...links, link];
    const cost = price + layer.price + (links.length === 0 ? 0 : LEGACY_LAYER_PRICE);
    search.take({ chain: { links: chainLinks, price: cost }, key: keyOf(chainLinks), arcs });
  }
}
