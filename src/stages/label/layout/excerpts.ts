import { sentencesOf } from '../../../text/shape.ts';
import type { Line } from '../../read/line.ts';
import type { Prediction } from './prediction.ts';

// Set by hand on invented front pages: paragraphs of the body that end in a link to read on, and their share of the body's
// characters, 0 to 1.
const MIN_EXCERPTS = 3;
const MIN_SHARE = 0.6;

/** Whether a page's body is the beginnings of several articles, each with a link behind it to read on. */
export function isExcerpts({ lines, isBody }: Prediction): boolean {
  const body = lines.flatMap(({ line }, i) => (isBody[i] ? [line] : []));
  const excerpts = body.filter(endsInReadMore);
  const share = lengthOf(excerpts) / Math.max(1, lengthOf(body));
  return excerpts.length >= MIN_EXCERPTS && share >= MIN_SHARE;
}

function endsInReadMore({ text, block, reading }: Line): boolean {
  if (block.context.linkShare === 0 || block.context.element === null) return false;
  const last = sentencesOf(text).at(-1)?.trim() ?? '';
  return last !== text && reading.phrases(last)?.label === 'read-more';
}

function lengthOf(lines: readonly Line[]): number {
  return lines.reduce((sum, { text }) => sum + text.length, 0);
}
