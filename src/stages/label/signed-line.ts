import type { Span } from '../../document/document.ts';
import type { LabelledLine } from './labelled-line.ts';

/**
 * The spans of a line not above the title that says who wrote and when (`Jane Roe, 14 May 2024`). Null where it does not, and
 * where the line above or below does too: those are a list.
 */
export function signedAt(
  lines: readonly LabelledLine[],
  i: number,
  title: number,
): readonly Span[] | null {
  if (i < title) return null;
  const signed = lines[i]!.line.signed;
  return signed === null || isListed(lines, i) ? null : signed;
}

/** Whether a line with names beside a day is one of several in a row. */
function isListed(lines: readonly LabelledLine[], i: number): boolean {
  return [lines[i - 1], lines[i + 1]].some(
    (item) => item !== undefined && item.line.signed !== null,
  );
}
