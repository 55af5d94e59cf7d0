import type { Block, Positions } from './document.ts';
import { stretchAt } from './positions.ts';

/** A text node's part of a block, in units of the block's source. */
export interface NodeRange {
  /** Ordinal of the text node. */
  readonly node: number;
  readonly start: number;
  readonly end: number;
}

/** The text nodes that a block is made of, each with its range in the block's source. */
export function nodesOf(block: Block, { offsets, units }: Positions): NodeRange[] {
  const end = block.offset + block.copy.source.length;
  const out: { node: number; start: number; end: number }[] = [];
  for (let i = stretchAt(offsets, block.offset); i < offsets.length && offsets[i]! < end; i++) {
    const start = Math.max(0, offsets[i]! - block.offset);
    const last = out.at(-1);
    if (last?.node === units[i]) continue;
    if (last) last.end = start;
    out.push({ node: units[i]!, start, end: block.copy.source.length });
  }
  return out;
}
