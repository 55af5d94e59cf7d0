import type { BodyType } from '../../../contract/labels.ts';
import { parseByline } from '../../../recognize/byline/index.ts';
import { dateLineOf } from '../../../recognize/dates/line.ts';
import { iconNames } from '../../../recognize/phrases/icons.ts';
import { linesBelowInitials } from './drop-caps.ts';
import { isMarksOnly, type Line } from './lines.ts';
import { markerOf } from './markers.ts';
import { pipeTableAt } from './pipe-table.ts';
import { tableAt } from './table.ts';
import { tornBylines } from './torn-bylines.ts';
import { tornSentences } from './torn-sentences.ts';
import { continues, type Wrapping, wrappingOf } from './wrap.ts';

/** Lines that make one block. */
export interface Paragraph {
  readonly lines: readonly Line[];
  readonly type: BodyType;
  /** Blank lines above. */
  readonly gap: number;
  readonly text: string;
  /** A line of it goes on in the middle of a sentence that a break tore. */
  readonly torn: boolean;
}

/** Lines of the shortest stanza; set by hand. */
const MIN_VERSE = 3;
/** UTF-16 units of the longest line of verse; set by hand. */
const MAX_VERSE = 60;
/** The same of a paragraph that nothing wrapped: software wraps at 100 or less. */
const MIN_PARAGRAPH = 120;
/** Share of a stanza's lines that end at a mark, 0 to 1; set by hand. */
const MIN_MARKED = 0.6;
const ENDS_IN_MARK = /[.,;:!?…–—]["”’»]?$/u;
/** Columns by which a line of a list item is indented more than its marker, at least. */
const MIN_HANGING = 2;

/** Groups lines into paragraphs: hard-wrapped lines, torn sentences, rows of tables, and marks below a line. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const wrapping = wrappingOf(lines);
  const torn = wrapping ? new Set<number>() : tornLines(lines);
  const out: Paragraph[] = [];
  let gap = 0;
  for (let i = 0; i < lines.length; ) {
    const line = lines[i]!;
    if (line.blank && !isMarksOnly(line)) {
      gap += 1;
      i += 1;
      continue;
    }
    const rows = line.markup === null ? pipeTableAt(lines, i) || tableAt(lines, i) : 0;
    const code = codeLength(lines, i);
    const end = i + (rows || code || paragraphLength(lines, i, wrapping, torn));
    const type = rows > 0 ? 'table' : (line.markup?.type ?? 'paragraph');
    const taken = lines.slice(i, end).filter((taken) => !taken.blank || isMarksOnly(taken));
    const isTorn = taken.some(({ number }, k) => k > 0 && torn.has(number - 1));
    out.push({ lines: taken, type, gap, text: line.text, torn: isTorn });
    gap = 0;
    i = end;
  }
  return out;
}

/** Numbers of the lines (0-based) that go on with the line above them, since a break tore a sentence, a byline or a word from its initial. */
function tornLines(lines: readonly Line[]): ReadonlySet<number> {
  const bylines = tornBylines(lines);
  const initials = linesBelowInitials(lines);
  const apart = new Set([...bylines, ...initials]);
  return new Set([...apart, ...tornSentences(lines, apart)]);
}

/** Lines between the fences of code, with these; 0 for other lines. */
function codeLength(lines: readonly Line[], start: number): number {
  let end = start;
  while (lines[end]?.markup?.type === 'preformatted') end += 1;
  return end - start;
}

function paragraphLength(
  lines: readonly Line[],
  start: number,
  wrapping: Wrapping | null,
  torn: ReadonlySet<number>,
): number {
  let last = start;
  for (let end = start + 1; end < lines.length; end++) {
    const next = lines[end]!;
    if (isMarksOnly(next)) {
      // Marks belong to what stands above them; what stands below is another paragraph.
      if (end === last + 1 && next.markup?.type !== 'preformatted') last = end;
      break;
    }
    if (next.blank) continue;
    const adjacent = end === last + 1;
    if (!(torn.has(end) || (adjacent && goesOn(lines, start, last, wrapping)))) break;
    last = end;
  }
  return last + 1 - start;
}

/** Whether the line below `last` goes on with the paragraph that begins at `start`. */
function goesOn(
  lines: readonly Line[],
  start: number,
  last: number,
  wrapping: Wrapping | null,
): boolean {
  const [first, line, next] = [lines[start]!, lines[last]!, lines[last + 1]!];
  if (line.markup?.alone || next.markup?.alone) return false;
  if (line.markup?.type !== next.markup?.type || isMarksOnly(line)) return false;
  const marker = markerOf(next.text);
  if (marker?.kind === 'bullet') return false;
  const item = markerOf(first.text);
  if (item && !marker && next.indent >= first.indent + MIN_HANGING) return true;
  if (!continues(line, next, wrapping)) return false;
  if (marker && item) return false;
  if (dateLineOf(next.text)) return false;
  return wrapping !== null || !(isCredit(next.text) || (item === null && isVerse(lines, last)));
}

/** Who wrote it, in lower case: `di Jane Roe`, `person Jane Roe`. */
function isCredit(text: string): boolean {
  return iconNames(text)[0]?.start === 0 || parseByline(text)?.confident === true;
}

/**
 * Whether a line and the one below it are two of several short ones that mostly end at a mark, in a text whose paragraphs
 * stand in a line each: in one that something wrapped all lines are short.
 */
function isVerse(lines: readonly Line[], last: number): boolean {
  let start = last;
  while (start > 0 && !lines[start - 1]!.blank) start -= 1;
  let end = last + 1;
  while (end < lines.length && !lines[end]!.blank) end += 1;
  const stanza = lines.slice(start, end).map(({ text }) => text);
  const marked = stanza.filter((text) => ENDS_IN_MARK.test(text));
  return (
    lines.some(({ text }) => text.length > MIN_PARAGRAPH) &&
    stanza.length >= MIN_VERSE &&
    stanza.every(({ length }) => length <= MAX_VERSE) &&
    marked.length >= stanza.length * MIN_MARKED
  );
}
