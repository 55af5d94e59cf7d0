import { withSpans } from '../../document/blocks.ts';
import type { LabelledBlock, Piece, Span, Stage } from '../../document/document.ts';
import { pieceOf } from '../../document/pieces.ts';
import type { Rendered } from '../render/rendered.ts';

/**
 * Makes the stage that joins the pieces of a line that was cut for labelling: the pieces of a paragraph make one block
 * again, with the spans of all of them, and body that goes on in the next piece is one span, as it stood.
 */
export function createJoin(): Stage<Rendered, Rendered> {
  return (document) => {
    if (document.blocks.every(({ piece }) => piece === null)) return document;
    return { ...document, blocks: runsOf(document.blocks).map(joined) };
  };
}

/** Blocks that make one: the pieces of a paragraph. */
function runsOf(blocks: readonly LabelledBlock[]): LabelledBlock[][] {
  const runs: LabelledBlock[][] = [];
  for (const block of blocks) {
    const { piece } = block;
    const before = runs.at(-1)?.at(-1)?.piece;
    const goesOn = piece !== null && before?.whole === piece.whole && !piece.opensParagraph;
    if (goesOn) runs.at(-1)!.push(block);
    else runs.push([block]);
  }
  return runs;
}

function joined(run: readonly LabelledBlock[]): LabelledBlock {
  const [block] = run as [LabelledBlock];
  if (run.length === 1) return block;
  const [first, last] = [block.piece!, run.at(-1)!.piece!];
  const whole = pieceOf(first.whole, first.start, last.end, first.opensParagraph);
  const spans = run.flatMap((part) => movedSpans(part, part.piece!, first.start));
  return withSpans(whole, oneBody(spans), block.type);
}

function movedSpans({ spans }: LabelledBlock, { start }: Piece, base: number): Span[] {
  return spans.map((span) => ({
    ...span,
    start: span.start + start - base,
    end: span.end + start - base,
  }));
}

/** Spans of body that stand side by side as one, as sure as the least sure of them. */
function oneBody(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of spans) {
    const before = out.at(-1);
    if (before && isBody(before) && isBody(span)) {
      const unsure = before.certainty <= span.certainty ? before : span;
      out[out.length - 1] = { ...unsure, start: before.start, end: span.end };
    } else out.push(span);
  }
  return out;
}

function isBody({ label, syntax }: Span): boolean {
  return label === 'body' && !syntax;
}
