import { after, NO_LAYERS } from '../charsets/chains.ts';
import { hasLegacy, LEGACY, UTF_8 } from '../charsets/layers.ts';
import { PROVEN } from '../costs.ts';
import { type Arc, type Candidate, type Chain, MAX_LAYERS } from '../hypothesis.ts';
import { REPLACEMENT } from '../text/characters.ts';
import { type Sequence, start } from '../text/layered-text.ts';
import { countUndone, legacyArcs, liveLayers, undo, utf8Arcs } from './lattice.ts';

/** A candidate without what would make a control or U+FFFD: nobody wrote those. */
export function withoutUnwritten(candidate: Candidate): Candidate {
  const makesOne = ({ out }: Arc): boolean =>
    (out[0]! < 0xa0 && out[0]! >= 0x80) || out[0] === REPLACEMENT;
  if (!candidate.arcs.some(makesOne)) return candidate;
  return { ...candidate, arcs: candidate.arcs.filter((arc) => !makesOne(arc)) };
}

/** What decides how far to search. */
export interface Search {
  /** Takes a chain that can re-code something, if it might save more than `floor` bits; returns those that it would save. */
  readonly take: (candidate: Candidate, floor: number) => number;
  /** Whether a legacy chain might be taken, by a quick look at an untouched text. */
  readonly mayPay: (seq: Sequence, chain: Chain) => boolean;
  /** Whether text, after some layers, still does not look like any language. */
  readonly isStrange: (codes: ArrayLike<number>) => boolean;
  /** Whether so little is strange that only UTF-8 in one layer can be proven. */
  readonly shallow: boolean;
  /** The only chains to try, if not all. */
  readonly only: ReadonlySet<string> | null;
  /** The layers worth a look at first, by bits: of UTF-8, of legacy bytes. */
  readonly live: number;
  readonly legacy: readonly [number, number];
  /** The legacy layers worth a look in text after some layers, by bits. */
  readonly legacyIn: (codes: ArrayLike<number>) => readonly [number, number];
}

/** So many times more places undone than left. */
const PURE = 8;

/** Layers undone so far. */
interface Way {
  readonly seq: Sequence;
  readonly chain: Chain;
  /** Bits that they save. */
  readonly gain: number;
}

/** Hands every chain that can re-code something in the text to `take`. */
export function eachCandidate(codes: readonly number[], search: Search): void {
  extend({ seq: start(codes), chain: NO_LAYERS, gain: Number.NEGATIVE_INFINITY }, search);
}

function extend(way: Way, search: Search): void {
  const first = way.chain === NO_LAYERS;
  const live = first ? search.live : liveLayers(way.seq);
  let proven = false;
  for (let i = 0; i < UTF_8.length; i++) {
    if (((live >> i) & 1) === 1 && extendBy(way, UTF_8[i]!, 1 << i, search)) proven = true;
  }
  if (proven || search.shallow) return;
  const legacy = first ? search.legacy : search.legacyIn(way.seq.codes);
  for (let i = 0; i < LEGACY.length; i++) {
    if (hasLegacy(legacy, i)) endWith(way, LEGACY[i]!, search);
  }
}

/** Goes on with a layer of UTF-8; whether that is proven. */
function extendBy(way: Way, layer: Chain, bit: number, search: Search): boolean {
  const link = layer.links[0]!;
  const chain = after(way.chain, layer);
  if (search.only !== null && !beginsAny(search.only, chain.key)) return false;
  const arcs = utf8Arcs(way.seq, link, bit);
  if (arcs.length === 0) return false;
  const gain = search.take({ chain, arcs }, Number.NEGATIVE_INFINITY);
  if (search.shallow) return false;
  const count = way.seq.untouched ? countUndone(way.seq, arcs) : undo(way.seq, link);
  const proven = gain > PROVEN && count.undone >= PURE * count.left;
  if (chain.links.length < MAX_LAYERS && count.undone >= 2 * count.left) {
    const { seq } = undo(way.seq, link);
    if (search.isStrange(seq.codes)) extend({ seq, chain, gain }, search);
  }
  return proven;
}

/** Ends a chain with a legacy layer. */
function endWith(way: Way, layer: Chain, search: Search): void {
  const chain = after(way.chain, layer);
  if (search.only !== null && !search.only.has(chain.key)) return;
  if (way.seq.untouched && !search.mayPay(way.seq, chain)) return;
  const arcs = legacyArcs(way.seq, layer.links[0]!);
  // one more layer has to be better than without it
  if (arcs.length > 0) search.take({ chain, arcs }, way.gain);
}

function beginsAny(keys: ReadonlySet<string>, start: string): boolean {
  for (const key of keys) if (key.startsWith(start)) return true;
  return false;
}
