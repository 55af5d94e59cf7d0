import type { LabelledBlock, Titled } from '../../document.ts';
import { isAfter, stated } from '../../recognize/dates/iso.ts';
import { isDateLabel, type LabelledDate, labelledDates } from '../../recognize/dates/line.ts';
import { type Dated, dated, type Reader } from './date-facts.ts';

const DATE_DIGITS = /\d{4}|\d[./-]\d/;
const LONGEST = 160;
const LONGEST_LABEL = 30;
/** Parts of a page that speak of other articles or of readers. */
const OTHERS = new Set([
  'comments',
  'related',
  'comment-form',
  'advertisement',
  'sponsored',
  'copyright',
]);

/** The text of a block, behind that of the one before it where that is only a date's label. */
function textAt(blocks: readonly LabelledBlock[], i: number): string {
  const text = blocks[i]?.copy.text ?? '';
  const before = blocks[i - 1]?.copy.text ?? '';
  const label = before !== '' && before.length <= LONGEST_LABEL && isDateLabel(before);
  return label ? `${before}: ${text}` : text;
}

/**
 * The one day that the short lines of a page, wherever they stand, call its publication or change; null when they name
 * several.
 * @param label which of the two
 */
export function oneLabelled(
  { blocks }: Titled,
  label: Exclude<LabelledDate['label'], null>,
  reader: Reader,
): Dated | null {
  const found = new Map<string, Dated>();
  for (const [i, { copy, context, spans }] of blocks.entries()) {
    const skip = context.hidden || copy.text.length > LONGEST || OTHERS.has(spans[0]?.label ?? '');
    if (skip || !DATE_DIGITS.test(copy.text)) continue;
    for (const one of labelledDates(textAt(blocks, i), reader.language)) {
      const date = one.label === label ? stated(one.date) : null;
      if (!date || date.precision === 'month' || isAfter(date.value, reader.fetched)) continue;
      const day = date.value.slice(0, 10);
      if (!found.has(day)) found.set(day, dated(date, `text-${label}`, one.date.raw));
    }
  }
  return found.size === 1 ? ([...found.values()][0] as Dated) : null;
}
