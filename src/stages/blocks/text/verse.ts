import type { Line } from './lines.ts';

/** Lines of the shortest stanza; set by hand. */
const MIN_LINES = 3;
/** UTF-16 units of the longest line of verse; set by hand. */
const MAX_LENGTH = 60;
/** UTF-16 units of a paragraph that nothing wrapped: software wraps at 100 or less. */
const MIN_PARAGRAPH = 120;
/** Share of a stanza's lines that end at a mark, 0 to 1; set by hand. */
const MIN_MARKED = 0.6;
const ENDS_IN_MARK = /[.,;:!?…–—]["”’»]?$/u;

/**
 * The numbers of the lines (0-based) that are verse: several short ones with no blank line between, which mostly end at a mark,
 * in a text whose paragraphs stand in a line each. In a text that something wrapped all lines are short.
 */
export function versesOf(lines: readonly Line[]): ReadonlySet<number> {
  const verse = new Set<number>();
  if (firstParagraph(lines) === lines.length) return verse;
  for (let start = 0; start < lines.length; ) {
    let end = start;
    while (end < lines.length && !lines[end]!.blank) end += 1;
    if (isStanza(lines, start, end)) for (let i = start; i < end; i++) verse.add(i);
    start = end + 1;
  }
  return verse;
}

/** Index of the first line that is a whole paragraph; the number of lines where none is. */
export function firstParagraph(lines: readonly Line[]): number {
  const first = lines.findIndex(({ text }) => text.length > MIN_PARAGRAPH);
  return first < 0 ? lines.length : first;
}

function isStanza(lines: readonly Line[], start: number, end: number): boolean {
  if (end - start < MIN_LINES) return false;
  let marked = 0;
  for (let i = start; i < end; i++) {
    const { text } = lines[i]!;
    if (text.length > MAX_LENGTH) return false;
    if (ENDS_IN_MARK.test(text)) marked += 1;
  }
  return marked >= (end - start) * MIN_MARKED;
}
