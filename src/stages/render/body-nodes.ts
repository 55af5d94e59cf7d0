import { isRemoved } from '../../contract/labels.ts';
import type { LabelledBlock } from '../../document/document.ts';
import { fromSource } from '../../document/edits.ts';
import { nodesOf } from '../../document/text-nodes.ts';
import type { Described } from '../metadata/described.ts';

// What a table's text has between its cells, where HTML has elements.
const BETWEEN_CELLS = /[\t\n]+$/;

/** A text node's part of a block, in units of the block's text. */
export interface TextRange {
  readonly node: number;
  readonly start: number;
  readonly end: number;
}

/** The text that stayed in the body, repaired, by the ordinal of the text node that it came from. */
export function bodyTextByNode(document: Described): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const block of document.blocks) {
    if (!isBody(block)) continue;
    for (const { node, start, end } of textRanges(document, block)) {
      const part = keptPart(block, start, end);
      const text = block.type === 'table' ? part.replace(BETWEEN_CELLS, '') : part;
      texts.set(node, (texts.get(node) ?? '') + text);
    }
  }
  return texts;
}

/** Whether some of the block is body. */
export function isBody({ spans }: LabelledBlock): boolean {
  return spans.some((span) => span.label === 'body');
}

/** The text nodes of a block with their ranges in its text. */
export function textRanges({ positions }: Described, block: LabelledBlock): TextRange[] {
  const { copy } = block;
  return nodesOf(block, positions).map(({ node, start, end }) => ({
    node,
    start: fromSource(copy, start),
    end: fromSource(copy, end),
  }));
}

/** A part of the block's text without what was removed inside the block. */
function keptPart({ copy, spans }: LabelledBlock, start: number, end: number): string {
  let text = '';
  let from = start;
  for (const span of spans) {
    if (!isRemoved(span.label) || span.end <= from || span.start >= end) continue;
    text += copy.text.slice(from, Math.max(from, span.start));
    from = Math.min(end, span.end);
  }
  return text + copy.text.slice(from, end);
}
