import { isRemoved } from '../../contract/labels.ts';
import { withSpans } from '../../document/blocks.ts';
import type { LabelledBlock, Seam, Span, Stage } from '../../document/document.ts';
import { pieceOf } from '../../document/pieces.ts';
import { relabelSpan } from '../../document/spans.ts';
import type { Rendered } from '../render/rendered.ts';

/** Share of a stretch without a seam that is body, from which on all of it is. Set by hand. */
const MAJORITY = 0.5;
/** From this certainty on the words of a sentence say more than what stands around it. Set by hand. */
const SURE = 0.8;

/**
 * Makes the stage that joins the pieces of a line that was cut for labelling. Where nothing proves that two things met
 * in a stretch, most of it decides for all; the pieces of a paragraph make one block again, with the spans of all of
 * them, and body that goes on in the next piece is one span, as it stood.
 */
export function createJoin(): Stage<Rendered, Rendered> {
  return (document) => {
    if (document.blocks.every(({ piece }) => piece === null)) return document;
    const decided = runsOf(document.blocks, ['sentences']).flatMap(byMajority);
    return { ...document, blocks: runsOf(decided, ['sentences', 'blocks']).map(joined) };
  };
}

/** Blocks that make one: pieces of one line that begin at one of these seams go on with the one before. */
function runsOf(blocks: readonly LabelledBlock[], seams: readonly Seam[]): LabelledBlock[][] {
  const runs: LabelledBlock[][] = [];
  for (const block of blocks) {
    const { piece } = block;
    const before = runs.at(-1)?.at(-1)?.piece;
    if (piece !== null && before?.whole === piece.whole && seams.includes(piece.opens)) {
      runs.at(-1)!.push(block);
    } else runs.push([block]);
  }
  return runs;
}

/** A stretch without a seam: body as a whole where most of it is, but for sentences that are boilerplate by their words. */
function byMajority(run: readonly LabelledBlock[]): readonly LabelledBlock[] {
  if (run.length === 1) return run;
  let [body, all] = [0, 0];
  for (const { copy, spans } of run) {
    all += copy.text.length;
    for (const { label, start, end } of spans) if (label === 'body') body += end - start;
  }
  if (body === 0 || body < all * MAJORITY) return run;
  return run.map((block) =>
    block.spans.some(isDoubtful)
      ? withSpans(
          block,
          block.spans.map((span) =>
            isDoubtful(span) ? relabelSpan(span, 'body', 'short-in-range') : span,
          ),
          block.type,
        )
      : block,
  );
}

function isDoubtful({ label, kind, certainty }: Span): boolean {
  return isRemoved(label) && kind !== 'user' && !(kind === 'words' && certainty >= SURE);
}

function joined(run: readonly LabelledBlock[]): LabelledBlock {
  const [block] = run as [LabelledBlock];
  if (run.length === 1) return block;
  const [first, last] = [block.piece!, run.at(-1)!.piece!];
  const whole = pieceOf(first.whole, first.start, last.end, first.opens);
  const spans = run.flatMap((part) => movedSpans(part, first.start));
  return withSpans(whole, oneBody(spans), block.type);
}

function movedSpans({ spans, piece }: LabelledBlock, base: number): Span[] {
  const by = piece!.start - base;
  return spans.map((span) => ({ ...span, start: span.start + by, end: span.end + by }));
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
