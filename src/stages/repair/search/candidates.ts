import { NO_LAYERS, withLayer } from '../charsets/chains.ts';
import type { BlockDecoders } from '../charsets/decoders.ts';
import { hasLegacy, LEGACY, UTF_8 } from '../charsets/layers.ts';
import { PROVEN } from '../costs.ts';
import { type Arc, type Candidate, type Chain, candidateOf, MAX_LAYERS } from '../hypothesis.ts';
import { isC1, REPLACEMENT } from '../text/characters.ts';
import { type LayeredText, untouchedText } from '../text/layered-text.ts';
import type { Workspace } from '../workspace.ts';
import { countUndone, legacyArcs, liveLayers, undo, utf8Arcs } from './lattice.ts';

/** A candidate without what would make a control or U+FFFD: nobody wrote those. */
export function withoutUnwritten(candidate: Candidate): Candidate {
  const makesOne = ({ out }: Arc): boolean => isC1(out[0]!) || out[0] === REPLACEMENT;
  if (!candidate.arcs.some(makesOne)) return candidate;
  return { ...candidate, arcs: candidate.arcs.filter((arc) => !makesOne(arc)) };
}

/** What decides how far to search for chains. */
export interface ChainSearch {
  /** Takes a chain that can re-code something, if it might save more than `floor` bits; returns those that it would save. */
  readonly take: (candidate: Candidate, floor: number) => number;
  /** Whether a legacy chain might be taken, by a quick look at an untouched text. */
  readonly mayPay: (text: LayeredText, chain: Chain) => boolean;
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

/** A layer is proven where this many times as many places are undone as are left. Set by hand. */
const PURE = 8;

/** Layers undone so far. */
interface UndoneLayers {
  readonly text: LayeredText;
  readonly chain: Chain;
  /** Bits that they save. */
  readonly gain: number;
}

/** Hands every chain that can re-code something in the text to `take`. */
export function eachCandidate(
  { decoders, ordinals }: Workspace,
  codes: readonly number[],
  search: ChainSearch,
): void {
  const text = untouchedText(ordinals, codes);
  extend(decoders, { text, chain: NO_LAYERS, gain: Number.NEGATIVE_INFINITY }, search);
}

function extend(decoders: BlockDecoders, undone: UndoneLayers, search: ChainSearch): void {
  const first = undone.chain === NO_LAYERS;
  const live = first ? search.live : liveLayers(undone.text);
  let proven = false;
  for (let i = 0; i < UTF_8.length; i++) {
    if (((live >> i) & 1) === 1 && extendBy(decoders, undone, i, search)) proven = true;
  }
  if (proven || search.shallow) return;
  const legacy = first ? search.legacy : search.legacyIn(undone.text.codes);
  for (let i = 0; i < LEGACY.length; i++) {
    if (hasLegacy(legacy, i)) endWith(decoders, undone, LEGACY[i]!, search);
  }
}

/** Goes on with a layer of UTF-8; whether that is proven. */
function extendBy(
  decoders: BlockDecoders,
  { text, chain: outer }: UndoneLayers,
  layer: number,
  search: ChainSearch,
): boolean {
  const link = UTF_8[layer]!.links[0]!;
  const chain = withLayer(outer, UTF_8[layer]!);
  if (search.only !== null && !beginsAny(search.only, chain.key)) return false;
  const arcs = utf8Arcs(decoders, text, link, 1 << layer);
  if (arcs.length === 0) return false;
  const gain = search.take(candidateOf(chain, arcs), Number.NEGATIVE_INFINITY);
  if (search.shallow) return false;
  const count = text.untouched ? countUndone(text, arcs) : undo(decoders, text, link);
  const proven = gain > PROVEN && count.undone >= PURE * count.left;
  if (chain.links.length < MAX_LAYERS && count.undone >= 2 * count.left) {
    const inner = undo(decoders, text, link).text;
    if (search.isStrange(inner.codes)) extend(decoders, { text: inner, chain, gain }, search);
  }
  return proven;
}

/** Ends a chain with a legacy layer. */
function endWith(
  decoders: BlockDecoders,
  { text, chain: outer, gain }: UndoneLayers,
  layer: Chain,
  search: ChainSearch,
): void {
  const chain = withLayer(outer, layer);
  if (search.only !== null && !search.only.has(chain.key)) return;
  if (text.untouched && !search.mayPay(text, chain)) return;
  const arcs = legacyArcs(decoders, text, layer.links[0]!);
  // one more layer has to be better than without it
  if (arcs.length > 0) search.take(candidateOf(chain, arcs), gain);
}

function beginsAny(keys: ReadonlySet<string>, start: string): boolean {
  for (const key of keys) if (key.startsWith(start)) return true;
  return false;
}
