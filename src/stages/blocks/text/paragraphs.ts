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
import { firstParagraph, versesOf } from './verse.ts';
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

/** What is known of a text's lines before they are joined. */
interface Joints {
  readonly wrapping: Wrapping | null;
  /** Numbers of the lines (0-based) that go on with the one above. */
  readonly torn: ReadonlySet<number>;
  readonly verse: ReadonlySet<number>;
  /** Number of the first line that is a whole paragraph: above it stand headline, names and dates. */
  readonly head: number;
}

/** Columns by which a line of a list item is indented more than its marker, at least. */
const MIN_HANGING = 2;
/** Lines at a text's top in which its byline stands; set by hand. */
const NEAR_TOP = 12;
/** UTF-16 units of a byline; set by hand. */
const MAX_BYLINE = 60;

/** Groups lines into paragraphs: hard-wrapped lines, torn sentences, rows of tables, and marks below a line. */
export function paragraphsOf(lines: readonly Line[]): Paragraph[] {
  const wrapping = wrappingOf(lines);
  const joints: Joints = {
    wrapping,
    torn: wrapping ? new Set<number>() : tornLines(lines),
    verse: wrapping ? new Set<number>() : versesOf(lines),
    head: firstParagraph(lines),
  };
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
    const end = i + (rows || code || paragraphLength(lines, i, joints));
    const type = rows > 0 ? 'table' : (line.markup?.type ?? 'paragraph');
    const taken = lines.slice(i, end).filter((taken) => !taken.blank || isMarksOnly(taken));
    const isTorn = taken.some(({ number }, k) => k > 0 && joints.torn.has(number - 1));
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

function paragraphLength(lines: readonly Line[], start: number, joints: Joints): number {
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
    if (!(joints.torn.has(end) || (adjacent && goesOn(lines, start, last, joints)))) break;
    last = end;
  }
  return last + 1 - start;
}

/** Whether the line below `last` goes on with the paragraph that begins at `start`. */
function goesOn(
  lines: readonly Line[],
  start: number,
  last: number,
  { wrapping, verse, head }: Joints,
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
  if (wrapping !== null) return dateLineOf(next.text) === null && !isByline(lines, last + 1);
  if (item === null && verse.has(last)) return false;
  return (last >= head || !isFact(next.text)) && !isByline(lines, last + 1);
}

/** Whether a line near a text's top is a byline over a date, as stands below a deck. */
function isByline(lines: readonly Line[], i: number): boolean {
  const { text } = lines[i]!;
  const below = lines[i + 1]?.text ?? '';
  if (i > NEAR_TOP || text.length > MAX_BYLINE || dateLineOf(below) === null) return false;
  return parseByline(text)?.confident === true;
}

/** Whether a line that begins small says who wrote and when: `di Jane Roe`, `person Jane Roe`, `lundi 3 mai 2024`. */
function isFact(text: string): boolean {
  if (dateLineOf(text) !== null || iconNames(text)[0]?.start === 0) return true;
  return parseByline(text)?.confident === true;
}
