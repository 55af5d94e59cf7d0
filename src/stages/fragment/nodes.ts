import type { Described, LabelledBlock, Positions } from '../../document.ts';
import { fromSource } from '../../edits.ts';
import { stretchAt } from '../blocks/linear.ts';

/** The text that stayed in the body, repaired, by the ordinal of the text node that it came from. */
export function bodyTextByNode({ blocks, positions }: Described): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const block of blocks) {
    if (!block.spans.some((span) => span.label === 'body')) continue;
    for (const { node, start, end } of nodesOf(block, positions)) {
      const part = block.copy.text.slice(
        fromSource(block.copy, start),
        fromSource(block.copy, end),
      );
      texts.set(node, (texts.get(node) ?? '') + part);
    }
  }
  return texts;
}

/** The text nodes that a block is made of, each with its range in the block's source. */
function nodesOf(
  block: LabelledBlock,
  { offsets, units }: Positions,
): { node: number; start: number; end: number }[] {
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
