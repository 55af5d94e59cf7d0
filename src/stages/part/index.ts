import { withSpans } from '../../document/blocks.ts';
import type { LabelledBlock, Span, Stage } from '../../document/document.ts';
import { edgeBefore, fromSource } from '../../document/edits.ts';
import { pieceOf } from '../../document/pieces.ts';
import { layoutOfLabels } from '../label/labelled.ts';
import type { Described } from '../metadata/described.ts';

/**
 * Makes the stage that parts cells into the paragraphs between their double line breaks. It stands behind the label
 * stage, whose model judges a cell as a whole better than its paragraphs, and behind all that asks for a block's line.
 */
export function createPart(): Stage<Described, Described> {
  return (document) => {
    if (document.blocks.every(({ breaks }) => breaks.length === 0)) return document;
    const blocks = document.blocks.flatMap(parted);
    return { ...document, blocks, layout: layoutOfLabels(blocks) };
  };
}

function parted(block: LabelledBlock): LabelledBlock[] {
  const { breaks, copy, spans, type } = block;
  if (!spans.some(({ label }) => label === 'body')) return [block];
  const cuts = breaks.map((at) => edgeBefore(copy, fromSource(copy, at)));
  const edges = [0, ...cuts, copy.text.length].filter((at, i, all) => i === 0 || at > all[i - 1]!);
  return edges.slice(1).map((end, i) => {
    const start = edges[i]!;
    return withSpans(pieceOf(block, start, end, 'paragraphs'), spansIn(spans, start, end), type);
  });
}

function spansIn(spans: readonly Span[], start: number, end: number): Span[] {
  return spans.flatMap((span) => {
    const [from, to] = [Math.max(span.start, start), Math.min(span.end, end)];
    return from < to ? [{ ...span, start: from - start, end: to - start }] : [];
  });
}
