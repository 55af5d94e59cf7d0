import type { Element } from '../../../document/document.ts';
import { BETWEEN_PARAGRAPHS } from '../../../document/label-sets.ts';
import { namesPart } from '../../../recognize/class-names.ts';
import type { Line } from '../../read/line.ts';
import { isTime } from '../../read/time-line.ts';
import type { LabelledLine } from '../labelled-line.ts';
import { isInside } from './containers.ts';
import type { Range } from './prose-range.ts';

const namesByline = namesPart('byline');
// Set by hand on the open benchmark's pages and texts. A share of a line's text, 0 to 1; blocks; weights as
// `Line.weight` counts them.
const MAX_LINK_SHARE = 0.3;
const MAX_HEAD_BLOCKS = 10;
const MIN_SENTENCE_WEIGHT = 35;
const MIN_SIGNED_WEIGHT = 60;
const STRUCTURE = new Set(['list-item', 'quote', 'table', 'preformatted']);

/**
 * Where the body begins when the lines of facts at its top are left to the head: a byline or a date line
 * within its first blocks belongs to the head, and so does what stands above it.
 */
export function bodyStartBelowFacts(lines: readonly LabelledLine[], range: Range): number {
  let start = range.start;
  const limit = Math.min(range.start + MAX_HEAD_BLOCKS, range.end - 1);
  let prose = 0;
  for (let i = range.start; i < limit; i++) {
    const { line, verdict } = lines[i]!;
    if (verdict?.label !== 'body' && isFact(line)) start = i + 1;
    else if (line.isProse) prose += 1;
    if (prose > 2) break;
  }
  return start;
}

/** A byline or a date, perhaps among other facts; prose that opens with one is none. */
function isFact(line: Line): boolean {
  if (line.isProse) return isDatesOnly(line);
  return line.isBylineOrDate || holdsDate(line) || isNamedByline(line);
}

/** A name in an element that is called the byline, whatever stands beside it. */
function isNamedByline({ block, byline }: Line): boolean {
  return byline !== null && namesByline(block.context.element?.words ?? '');
}

/** Dates with their labels, whose points are no ends of sentences: `2024.05.14. 9:05`. */
function isDatesOnly(line: Line): boolean {
  return line.dateLine !== null || holdsDate(line);
}

/** A line of several facts with a date among them, though no bar parts them: `2024-05-14 21:40 来源：…`. */
function holdsDate(line: Line): boolean {
  return line.mixed?.some(({ label }) => label === 'date') === true;
}

/** The body's start moved up over times of a live blog that stand right above it, but not over what is right under the title. */
export function bodyStartAboveTimes(
  lines: readonly LabelledLine[],
  bodyStart: number,
  title: number,
): number {
  let start = bodyStart;
  while (start - 1 > title + 1) {
    const { line, verdict } = lines[start - 1]!;
    const { block } = line;
    if (verdict || block.context.hidden || block.context.linkShare > MAX_LINK_SHARE) break;
    if (!isTime(line.text)) break;
    start -= 1;
  }
  return start;
}

/** The body's end moved past lists, quotes, tables and short sentences that follow it without a break. */
export function extendedEnd(
  lines: readonly LabelledLine[],
  range: Range,
  container: Element | null,
): number {
  let end = range.end;
  for (; end < lines.length; end++) {
    const { line, verdict } = lines[end]!;
    const { block } = line;
    if (verdict && BETWEEN_PARAGRAPHS.has(verdict.label) && continuesBehind(lines[end + 1]))
      continue;
    if (verdict || block.context.linkShare > MAX_LINK_SHARE || block.context.hidden) break;
    if (container && !isInside(block, container)) break;
    const note = line.reading.vocabulary.isEditorNote(line.text);
    if (!STRUCTURE.has(block.type) && !note && !hasSentence(line)) break;
    if (!note && line.isBylineOrDate) break;
  }
  return end;
}

/** A sentence of the article behind a link, an advertisement or a caption that was put between its paragraphs. */
function continuesBehind(item: LabelledLine | undefined): boolean {
  if (!item || item.verdict || item.line.block.context.linkShare > 0) return false;
  const { block, endsSentence, weight } = item.line;
  return block.type === 'paragraph' && endsSentence && weight >= MIN_SENTENCE_WEIGHT;
}

/** A line that ends a sentence, or holds one and a sign-off behind it. */
function hasSentence({ endsSentence, sentences, weight }: Line): boolean {
  return endsSentence || (sentences > 0 && weight >= MIN_SIGNED_WEIGHT);
}
