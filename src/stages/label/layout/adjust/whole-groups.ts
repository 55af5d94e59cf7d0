import type { LabelledLine } from '../../labelled-line.ts';
import type { Range } from '../prose-range.ts';

// Set by cross-validation over sites on the open benchmark's texts: lines that stand together without a blank line between
// them; the share of them, 0 to 1, from which on all are body.
const MIN_LINES = 3;
const MIN_CHOSEN = 0.3;
/** The share of a text's paragraphs of prose that a blank line sets apart, so that lines without one belong together; by hand. */
const MIN_PARTED = 0.7;

/**
 * Takes lines of plain text for body that stand together with lines of the body, in a text whose paragraphs blank lines
 * part: results, ingredients, verse; and a line alone right above such lines, their heading. What a rule has named stays
 * out, and so does what stands above the body's first sentence or list. Where none names any line of the text, nothing speaks against such lines, and all that follow the body's start are
 * body.
 */
export function withWholeGroups(lines: readonly LabelledLine[], isBody: boolean[]): void {
  if (!isParted(lines)) return;
  const first = firstText(lines, isBody);
  const named = lines.some(({ verdict }) => verdict !== null && verdict.label !== 'body');
  const least = named ? MIN_CHOSEN : 0;
  for (let i = startOfList(lines, first); i < lines.length; ) {
    let end = i + 1;
    while (end < lines.length && gapOf(lines[end]!) === 0) end += 1;
    if (end - i >= MIN_LINES && first >= 0) takeGroup(lines, isBody, { start: i, end }, least);
    i = end;
  }
}

function takeGroup(
  lines: readonly LabelledLine[],
  isBody: boolean[],
  { start, end }: Range,
  least: number,
): void {
  const chosen = isBody.slice(start, end).filter(Boolean).length;
  if (chosen < (end - start) * least) return;
  for (let i = start; i < end; i++) isBody[i] ||= lines[i]!.verdict === null;
  const heading = lines[start - 1];
  const alone = heading && gapOf(heading) > 0 && gapOf(lines[start]!) > 0;
  if (alone && heading.verdict === null) isBody[start - 1] = true;
}

/** The first line of the body that is a sentence or an item of a list: above it stand the lines of the head. */
function firstText(lines: readonly LabelledLine[], isBody: readonly boolean[]): number {
  const text = lines.findIndex(
    ({ line }, i) => isBody[i] && (line.isSentence || line.block.type === 'list-item'),
  );
  return text < 0 ? isBody.indexOf(true) : text;
}

/** Where the list begins that the body's first line is an item of; that line's own place where it is none. */
function startOfList(lines: readonly LabelledLine[], first: number): number {
  const isItem = (i: number) => lines[i]?.line.block.type === 'list-item';
  let start = Math.max(0, first);
  while (isItem(start) && isItem(start - 1) && gapOf(lines[start]!) === 0) start -= 1;
  return start;
}

function isParted(lines: readonly LabelledLine[]): boolean {
  const prose = lines.filter(({ line }) => line.isProse && line.block.type === 'paragraph');
  const parted = prose.filter((item) => gapOf(item) > 0);
  return prose.length > 0 && parted.length >= prose.length * MIN_PARTED;
}

function gapOf({ line }: LabelledLine): number {
  return line.block.context.gap;
}
