import type { LabelledBlock } from '../../../document/document.ts';
import { NOT_OF_ARTICLE } from '../../../document/label-sets.ts';
import { withoutPrefix } from '../../../recognize/byline/prefix.ts';
import { namesPart } from '../../../recognize/class-names.ts';
import { isAfter, stated } from '../../../recognize/dates/iso.ts';
import { isDateLabel, type LabelledDate, labelledDates } from '../../../recognize/dates/line.ts';
import type { Labelled } from '../../label/labelled.ts';
import type { Line } from '../../read/line.ts';
import { articleHolder, isIn } from '../../read/other-box.ts';
import { type Dated, dated, type Reader } from './date-facts.ts';

const DATE_DIGITS = /\d{4}|\d[./-]\d/;
/** In UTF-16 units, of a line that may say when (set by hand on the open benchmark). */
const LONGEST = 160;
/** In UTF-16 units, of a label in a block of its own (set by hand on the open benchmark). */
const LONGEST_LABEL = 30;

const AT_END = /[\s:：]+$/u;

const namesComments = namesPart('comment-list');

/** The text of the line before, where that is only a date's label. */
function labelBefore(lines: readonly Line[], i: number): string | null {
  const before = lines[i - 1]?.text ?? '';
  return before !== '' && before.length <= LONGEST_LABEL && isDateLabel(before) ? before : null;
}

/** The dates of a line with the label that its text, or that of the line before, gives them. */
function datesAt(lines: readonly Line[], i: number, language?: string): LabelledDate[] {
  const line = lines[i]!;
  const label = labelBefore(lines, i);
  const text = label === null ? line.text : `${label}: ${line.text}`;
  const dates = label === null ? line.datesIn(language) : labelledDates(text, language);
  // "By Jane Roe on 3 May 2024"
  const signed = dates.length === 1 && withoutPrefix(text) !== text ? 'published' : null;
  return dates.map(({ date, label }) => ({ date, label: label ?? signed }));
}

/** Whether a block may say when the article was published: short, shown, with digits, and no comment or related link. */
function mayTell({ copy, context, spans }: LabelledBlock): boolean {
  if (context.hidden || copy.text.length > LONGEST) return false;
  return !NOT_OF_ARTICLE.has(spans[0]?.label ?? '') && DATE_DIGITS.test(copy.text);
}

/** Whether a block stands below the article, outside of the element that holds it, and does not speak of it. */
function isBelow(document: Labelled): (index: number) => boolean {
  const { lines, layout } = document;
  const first = layout.bodyEnd > layout.bodyStart ? lines[layout.bodyStart] : undefined;
  const holder = articleHolder(first?.block.context.element ?? null);
  if (holder === null) return () => false;
  return (i) => i >= layout.bodyEnd && !isIn(lines[i]!, holder) && !speaksOfArticle(lines[i]!);
}

/** A sentence, or a line that begins with the date's label, and not a reader's: other lines out there are the site's. */
function speaksOfArticle({ text, block, dates, endsSentence }: Line): boolean {
  for (let e = block.context.element; e; e = e.parent)
    if (namesComments(e.words) || e.tag === 'details') return false;
  const start = text.slice(0, dates[0]?.date.start ?? 0);
  return endsSentence || isDateLabel(start.replace(AT_END, ''));
}

/**
 * The one day that the short lines of a page, but those below the element that holds the article, call its publication or
 * change; null when they name several.
 *
 * @param label which of the two
 */
export function oneLabelled(
  document: Labelled,
  label: Exclude<LabelledDate['label'], null>,
  reader: Reader,
): Dated | null {
  const found = new Map<string, Dated>();
  const { blocks, lines } = document;
  const isOutside = isBelow(document);
  const dates = blocks.flatMap((b, i) =>
    mayTell(b) && !isOutside(i) ? datesAt(lines, i, reader.language) : [],
  );
  for (const one of dates) {
    const date = one.label === label ? stated(one.date) : null;
    if (!date || date.precision === 'month' || isAfter(date.value, reader.fetched)) continue;
    const day = date.value.slice(0, 10);
    if (!found.has(day)) found.set(day, dated(date, `text-${label}`, one.date.raw));
  }
  return found.size === 1 ? ([...found.values()][0] as Dated) : null;
}
