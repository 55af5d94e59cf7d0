import { COMMENTS } from '../../../document/label-sets.ts';
import type { LabelledLine } from '../labelled-line.ts';
import { containerOf, isInside } from './containers.ts';

/** The blocks from `start` up to `end` hold the article's body. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

// Scores are in units of `Line.weight`; all were set by hand on the open benchmark's pages and texts. OUTSIDE_SCORE is
// for a block outside of the element that holds most of the prose.
const MAX_PROSE_SCORE = 400;
const OUTSIDE_SCORE = -150;
// In a page, where markup names most notices, a short sentence is more likely the article's than not.
const SENTENCE_SHARE = 0.5;
const BOILERPLATE_SCORE = -30;
const SHORT_SCORE = -25;
const LINK_SCORE = -30;
const STRUCTURE_SCORE = -5;
const MAX_LINK_SHARE = 0.5;
// After the comments have begun, prose is more likely a reader's than the author's.
const AFTER_COMMENTS = 0.3;
const MIN_SUM_BEFORE_COMMENTS = 300;
const CLOSING_CERTAINTY = 0.9;

/**
 * The stretch of blocks with the highest sum of scores (Kadane's algorithm): prose counts for the article,
 * boilerplate and links against it. Null when nothing counts for it.
 */
export function bodyRange(lines: readonly LabelledLine[]): Range | null {
  const container = containerOf(lines.filter((j) => !j.verdict).map((j) => j.line));
  let closed = false;
  let best: (Range & { sum: number }) | null = null;
  let start = 0;
  let sum = 0;
  lines.forEach((item, i) => {
    closed ||= best !== null && best.sum >= MIN_SUM_BEFORE_COMMENTS && isClosing(item);
    const inside = !container || isInside(item.line.block, container);
    sum += (inside ? 0 : OUTSIDE_SCORE) + scoreOf(item, closed);
    if (sum <= 0) {
      sum = 0;
      start = i + 1;
    } else if (!best || sum > best.sum) {
      best = { start, end: i + 1, sum };
    }
  });
  return best;
}

function isClosing({ verdict, line }: LabelledLine): boolean {
  if (!verdict || line.block.context.hidden) return false;
  return COMMENTS.has(verdict.label) && verdict.certainty >= CLOSING_CERTAINTY;
}

function scoreOf({ line, verdict }: LabelledLine, closed: boolean): number {
  const { block } = line;
  if (block.context.hidden) return 0;
  if (verdict) return BOILERPLATE_SCORE * verdict.certainty;
  if (line.isProse) {
    const score = Math.min(MAX_PROSE_SCORE, line.weight);
    return closed ? score * AFTER_COMMENTS - SHORT_SCORE : score;
  }
  const marked = block.context.element !== null && !closed;
  if (marked && line.isSentence) return line.weight * SENTENCE_SHARE;
  if (block.context.linkShare > MAX_LINK_SHARE) return LINK_SCORE;
  return block.type === 'paragraph' ? SHORT_SCORE : STRUCTURE_SCORE;
}
