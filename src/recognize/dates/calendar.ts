import { calendar } from '../../assets/calendar.ts';
import { once } from '../../assets/once.ts';
import { numbersOf, readMultiIndex } from '../../text/string-index.ts';
import { dateNumbers } from './date-words.ts';

/** A word, by language: the month or weekday (1 is Monday) that it names. */
type Meanings = readonly { readonly language: string; readonly number: number }[];

/** Reads the names of months or weekdays; gives what a folded word means. */
function meaningsOf(list: 'months' | 'weekdays'): (word: string) => Meanings | undefined {
  const index = readMultiIndex(calendar(), list);
  const { languages } = calendar().values;
  return (word) => {
    const found = numbersOf(index, word);
    if (found.length === 0) return undefined;
    return found.map((packed) => ({
      language: languages[packed >> LANGUAGE_SHIFT]!,
      number: packed & NUMBER_MASK,
    }));
  };
}

/** Of the 16 bits of a meaning how many are the month's or day's: above them stands the language's place (scripts/generate/dates.mjs). */
const LANGUAGE_SHIFT = 8;
/** The lower ones. */
const NUMBER_MASK = 0xff;
/** The names of all languages; read when a word is first looked up. */
const months = once(() => meaningsOf('months'));
const weekdays = once(() => meaningsOf('weekdays'));
const baseLanguages = once(
  () => new Set(calendar().values.languages.map((language) => language.split('-', 1)[0])),
);
/**
 * Share of the languages that must mean the same month or weekday by a word, where the language is not known (set by
 * hand on the open benchmark).
 */
const MOST = 0.8;

/** Whether two BCP 47 codes share their language. */
function sameLanguage(a: string, b: string | undefined): boolean {
  if (b === undefined) return false;
  const base = b.split('-', 1)[0];
  const other = a.split('-', 1)[0];
  return base === other || (base === 'no' && other === 'nb');
}

function meaning(meanings: Meanings | undefined, language: string | undefined): number | null {
  if (!meanings) return null;
  const own = meanings.filter((m) => sameLanguage(m.language, language));
  const candidates = own.length > 0 ? own : meanings;
  const first = (candidates[0] as Meanings[number]).number;
  if (candidates.every((m) => m.number === first)) return first;
  if (own.length > 0) return null;
  const counts = new Map<number, number>();
  for (const m of candidates) counts.set(m.number, (counts.get(m.number) ?? 0) + 1);
  for (const [number, count] of counts) if (count / candidates.length >= MOST) return number;
  return null;
}

/** Month (1 to 12) that a folded word names; null when it names none, or different ones in different languages. */
export function monthOf(word: string, language?: string): number | null {
  return meaning(months()(word), language);
}

/** Weekday (1 is Monday) that a folded word names in a language itself, where the calendar has that language. */
export function ownWeekday(word: string, language?: string): number | null {
  const own = weekdays()(word)?.filter((m) => sameLanguage(m.language, language));
  return language !== undefined && baseLanguages().has(language.split('-', 1)[0] as string)
    ? (own?.[0]?.number ?? null)
    : weekdayOf(word, language);
}

/** Weekday (1 is Monday) that a folded word names. */
export function weekdayOf(word: string, language?: string): number | null {
  return meaning(weekdays()(word), language);
}

/** Every month that a folded word names in some language, the commonest first. */
export function monthsOf(word: string): number[] {
  const counts = new Map<number, number>();
  for (const m of months()(word) ?? []) counts.set(m.number, (counts.get(m.number) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([number]) => number);
}

/** Days of a month of the Gregorian calendar. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Weekday of a date, 1 is Monday. */
export function weekdayOfDate(year: number, month: number, day: number): number {
  return ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + 1;
}

const two = (n: number): string => String(n).padStart(2, '0');

/** An ISO date, or null when there is no such day, or no year in which news was printed. */
export function isoDate(year: number, month: number, day: number): string | null {
  if (year < 1700 || year > 2199 || month < 1 || month > 12 || day < 1) return null;
  return day > daysIn(year, month) ? null : `${year}-${two(month)}-${two(day)}`;
}

const persianMonths = dateNumbers('persian-month');
const PERSIAN_EPOCH = Date.UTC(622, 2, 21) / 86_400_000;
const leap = (year: number): boolean => (25 * year + 11) % 33 < 8;

/** Month of the Persian (Jalali) calendar that a folded word names. */
export function persianMonthOf(word: string): number | null {
  return persianMonths().get(word) ?? null;
}

/** ISO date of a day in the Persian calendar, or null when there is none. */
export function persianDate(year: number, month: number, day: number): string | null {
  if (year < 1200 || year > 1500 || month < 1 || month > 12 || day < 1) return null;
  const length = month <= 6 ? 31 : month < 12 || leap(year) ? 30 : 29;
  if (day > length) return null;
  let days = PERSIAN_EPOCH + (year - 1) * 365 + day - 1;
  for (let y = 1; y < year; y++) if (leap(y)) days++;
  days += month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30;
  return new Date(days * 86_400_000).toISOString().slice(0, 10);
}
