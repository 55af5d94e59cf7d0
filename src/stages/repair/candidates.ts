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

/** Hands every chain that can re-code something in the text to `take`. */
export function eachCandidate(
  codes: readonly number[],
  take: (candidate: Candidate) => void,
): void {
  extend(start(codes), [], 0, take);
}

function extend(
  seq: Sequence,
  links: readonly ChainLink[],
  price: number,
  take: (candidate: Candidate) => void,
): void {
  for (const layer of LAYERS) {
    const link = layer.links[0]!;
    const arcs = lattice(seq, link);
    if (arcs.length === 0) continue;
    const chainLinks = [...links, link];
    const legacy = link.was !== 'utf-8';
    const extra = links.length === 0 ? 0 : legacy ? LEGACY_LAYER_PRICE : LAYER_PRICE;
    const cost = price + layer.price + extra;
    take({ chain: { links: chainLinks, price: cost }, key: keyOf(chainLinks), arcs });
    if (legacy || chainLinks.length >= MAX_LAYERS) continue;
    const next = undo(seq, link);
    if (next.undone >= 2 * next.left) extend(next.seq, chainLinks, cost, take);
  }
}
