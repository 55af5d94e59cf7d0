import { fold, phraseKey } from '../../text/fold.ts';
import { matchesOf } from '../../text/matches.ts';
import { words } from '../words.ts';
import { weekdayOf } from './calendar.ts';
import { type FoundDate, findDates, LINE_LIMIT } from './find.ts';
import { isHalf } from './time.ts';

const ONLY_DIGITS = /^\d*$/;
const APART = /[,|·•(–—-]/;

/** A date and what its label calls it. */
export interface LabelledDate {
  readonly date: FoundDate;
  readonly label: 'published' | 'modified' | null;
}

const MARKS = /[\s,.;:|·•/()[\]<>«»*_~=+@#&'"’“”–—|-]+/gu;
const WORD = /[\p{L}\p{M}\u200c']+/gu;
/** Words looked at before and behind a date for a label (set by hand on the open benchmark): `was last updated on`. */
const WORDS_OF_LABEL = 5;
/** In UTF-16 units: a longer line is no date line (set by hand on the open benchmark). */
const LONGEST = 200;
const LETTERS = /[\p{L}\p{M}]/u;
const CAPITAL = /^\p{Lu}/u;
const CASELESS = /[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;
const READ_TIME = /\d{1,3}\s?(?=\p{L})/gu;
const LINKS = words('date-link');
/** Words besides the date that a date line may have: a place (set by hand on the open benchmark). */
const PLACE_WORDS = 1;
const NO_DATES: readonly never[] = [];

/** Whether a label stands at the end of the text before a date. */
function labelBefore(folded: string): LabelledDate['label'] {
  const found = matchesOf(folded, WORD)
    .slice(-WORDS_OF_LABEL)
    .map((m) => m[0]);
  for (const [label, list] of [
    ['modified', words('modified')],
    ['published', words('published')],
  ] as const) {
    for (let i = 0; i < found.length; i++) {
      for (let j = i + 1; j <= found.length; j++)
        if (list.has(found.slice(i, j).join(' '))) return label;
    }
  }
  return null;
}

/**
 * Every date of a line with the label before it ("Published", "Updated"); a label after it counts where none is before.
 */
export function labelledDates(text: string, language?: string): readonly LabelledDate[] {
  const line = text.slice(0, LINE_LIMIT);
  const dates = findDates(line, language);
  if (dates.length === 0) return NO_DATES;
  const folded = fold(line);
  return dates.map((date, i) => {
    const before = folded.slice(dates[i - 1]?.end ?? 0, date.start);
    const after = folded.slice(date.end, dates[i + 1]?.start ?? folded.length);
    const label = labelBefore(before);
    if (label !== null) return { date, label };
    const alone = dates.length === 1 || (CASELESS.test(after) && !LETTERS.test(before));
    return { date, label: alone ? labelAfter(after) : null };
  });
}

/** A label after a date, perhaps behind a time: "am 3. Mai 2024 um 10 Uhr veröffentlicht". */
function labelAfter(folded: string): LabelledDate['label'] {
  for (const word of folded.split(MARKS).filter(Boolean).slice(0, WORDS_OF_LABEL)) {
    if (words('modified').has(word)) return 'modified';
    if (words('published').has(word)) return 'published';
    if (!LINKS.has(word) && !ONLY_DIGITS.test(word)) return null;
  }
  return null;
}

/** Whether a text, apart from the dates in it, is what stands before a date: "Last Modified". */
export function isDateLabel(text: string): boolean {
  const [first] = findDates(text);
  const key = phraseKey(text.slice(0, first?.start));
  return words('modified').has(key) || words('published').has(key);
}

/** Takes known phrases off a text; what is left is returned as words, as many as show that it is no place. */
function leftovers(original: string, language?: string): string[] {
  const cleaned = original.replace(READ_TIME, ' ').replace(MARKS, ' ').trim();
  if (cleaned === '') return [];
  const found = cleaned.split(' ');
  const keys = found.map(phraseKey);
  const lists = [words('published'), words('modified'), words('read-time')];
  const left: string[] = [];
  for (let i = 0; i < found.length && left.length <= PLACE_WORDS; ) {
    let taken = 0;
    for (let j = Math.min(found.length, i + WORDS_OF_LABEL); j > i && taken === 0; j--) {
      const phrase = keys.slice(i, j).join(' ');
      if (lists.some((l) => l.has(phrase))) taken = j - i;
    }
    const word = keys[i] as string;
    if (
      taken === 0 &&
      (LINKS.has(word) ||
        isHalf(word) ||
        weekdayOf(word, language) !== null ||
        ONLY_DIGITS.test(word))
    )
      taken = 1;
    if (taken === 0 && LETTERS.test(found[i]!)) left.push(found[i]!);
    i += Math.max(1, taken);
  }
  return left;
}

/** Whether a line is short enough to be a date line. */
export function mayBeDateLine(line: string): boolean {
  return line.length <= LONGEST;
}

/**
 * The date of a line that is a date line: a date and nothing else but labels, times, reading time and at most a place.
 * @example dateLineOf('Published: 3 May 2024 10:15')?.value // '2024-05-03T10:15'
 */
export function dateLineOf(text: string, language?: string): FoundDate | null {
  const line = text.trim();
  if (!mayBeDateLine(line)) return null;
  return dateLineWith(line, text.indexOf(line), labelledDates(line, language), language);
}

/**
 * The same for a line whose dates have been read.
 *
 * @param line without white space around it.
 * @param offset to be added to where the date stands.
 */
export function dateLineWith(
  line: string,
  offset: number,
  dates: readonly LabelledDate[],
  language?: string,
): FoundDate | null {
  const main = dates.find((d) => d.date.kind === 'absolute') ?? dates[0];
  if (!main) return null;
  let at = 0;
  const left: string[] = [];
  for (const { date } of dates) {
    left.push(...leftovers(line.slice(at, date.start), language));
    at = date.end;
  }
  left.push(...leftovers(line.slice(at), language));
  const date = { ...main.date, start: main.date.start + offset, end: main.date.end + offset };
  if (left.length === 0) return date;
  const place =
    left.length <= PLACE_WORDS && left.every((w) => CAPITAL.test(w) && !CASELESS.test(w));
  const full = date.value !== null && date.precision !== 'month' && dates.length <= 2;
  // a place stands apart: "Berlin, 3. Mai 2024", not "Election May 3 2024"
  const apart = APART.test(line.slice(0, main.date.start) + line.slice(main.date.end));
  return place && full && apart ? date : null;
}
