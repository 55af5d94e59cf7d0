import { matchesOf } from '../../text/matches.ts';
import { isoDate, persianDate, weekdayOfDate } from './calendar.ts';
import { languagesThat } from './date-words.ts';
import {
  ANY_WEEKDAY,
  CHINESE_WEEKDAY,
  JAPANESE_WEEKDAY,
  KOREAN_WEEKDAY,
  weekdayOfSign,
} from './weekday-signs.ts';

/** A date in digits. */
export interface NumericDay {
  readonly start: number;
  readonly end: number;
  /** ISO dates that it can mean: one, or two where day and month cannot be told apart. */
  readonly options: readonly string[];
  readonly weekday?: number;
}

const YMD = /(?<![\d.,/-])(\d{4})([-/.]) ?(\d{1,2})\2 ?(\d{1,2})(?![\d/-])\.?/g;
const DMY =
  /(?<![\d.,/:-]|(?<![\p{L}_])\p{L})(\d{1,2})(\.|\/|-) ?(\d{1,2})\2 ?(\d{4}|\d{2})(?![\d/:-])(?!\.\d)/gu;
/** A weekday behind a day of Chinese, Japanese or Korean: a piece of a regular expression, its sign in one of four groups. */
export const HAN_WEEKDAY: string = `(?: ?[(](?:星期|周|週)?(${ANY_WEEKDAY})(?:曜日?|요일)?[)]| ?(?:星期|周|週)(${CHINESE_WEEKDAY})| ?(${JAPANESE_WEEKDAY})曜日?| ?(${KOREAN_WEEKDAY})요일)?`;
const HAN = new RegExp(
  `(?<!\\d)(\\d{4}) ?[年년] ?(\\d{1,2}) ?[月월] ?(\\d{1,2}) ?[日号號일]?${HAN_WEEKDAY}`,
  'g',
);
const HAN_PARTIAL = /(?<![\d年년] ?)(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日号號일](?![\d])/g;
/** The sign of a month, which both of these hold. */
const HAN_MONTH = /[月월]/;
const NONE: readonly never[] = [];
/** In years: two digits that end one (`00`) are no year. */
const CENTURY = 100;
/** In Thai two digits from here on end a Buddhist year: 2557 is 2014, before which few sites wrote so. */
const FIRST_SHORT_BUDDHIST = 57;
/** Years of the Buddhist era, to which two digits are added. */
const BUDDHIST_CENTURY = 2500;
const dayFirst = languagesThat('dayFirst');
const dayFirstIn = languagesThat('dayFirstLocales');
const monthFirstIn = languagesThat('monthFirstLocales');

function order(language: string | undefined, mark: string): 'day' | 'month' | null {
  if (mark === '.') return 'day';
  if (language === undefined) return null;
  if (monthFirstIn().has(language)) return 'month';
  if (dayFirstIn().has(language)) return 'day';
  return dayFirst().has(language.split('-', 1)[0] as string) ? 'day' : null;
}

/** A day in digits, of the Buddhist or the Persian calendar where its year is one of theirs. */
export function common(year: number, month: number, day: number): string | null {
  if (year >= 2443 && year <= 2700) return isoDate(year - 543, month, day);
  if (year >= 1300 && year <= 1450) return persianDate(year, month, day);
  return isoDate(year, month, day);
}

function shortYear(text: string, language: string | undefined): number {
  const n = Number(text);
  const thai = language?.split('-', 1)[0] === 'th';
  if (text.length === 2 && thai && n >= FIRST_SHORT_BUDDHIST) return BUDDHIST_CENTURY + n;
  return text.length === 4 ? n : n < 70 ? 2000 + n : 1900 + n;
}

function dayMonthYear(match: RegExpMatchArray, language: string | undefined): NumericDay | null {
  const [raw, a, mark, b, y] = match as unknown as [string, string, string, string, string];
  const year = shortYear(y, language);
  if (y.length === 2 && (mark === '-' || Number(y) % CENTURY === 0)) return null;
  const first = common(year, Number(b), Number(a));
  const second = mark === '.' && y.length === 2 ? null : common(year, Number(a), Number(b));
  const which = order(language, mark);
  const both = [first, second].filter((v): v is string => v !== null);
  const chosen =
    which === 'day'
      ? first
        ? [first]
        : both
      : which === 'month'
        ? second
          ? [second]
          : both
        : both;
  const options = [...new Set(chosen)];
  const start = match.index as number;
  return options.length === 0 ? null : { start, end: start + raw.length, options };
}

/** The weekday that a sign of HAN_WEEKDAY stands for. */
export function weekdayOfHan(sign: string | undefined): { readonly weekday?: number } {
  const weekday = sign === undefined ? 0 : weekdayOfSign(sign);
  return weekday > 0 ? { weekday } : {};
}

/** Every date in digits of a folded line. */
export function numericDays(folded: string, language?: string): NumericDay[] {
  const out: NumericDay[] = [];
  for (const match of matchesOf(folded, YMD)) {
    const [raw, y, , m, d] = match;
    const value = common(Number(y), Number(m), Number(d));
    if (value === null) continue;
    out.push({ start: match.index, end: match.index + raw.length, options: [value] });
  }
  for (const match of matchesOf(folded, DMY)) {
    const day = dayMonthYear(match, language);
    if (day) out.push(day);
  }
  for (const match of HAN_MONTH.test(folded) ? matchesOf(folded, HAN) : NONE) {
    const [raw, y, m, d] = match;
    const w = match[4] ?? match[5] ?? match[6] ?? match[7];
    const value = common(Number(y), Number(m), Number(d));
    if (value === null) continue;
    const end = match.index + raw.length;
    out.push({ start: match.index, end, options: [value], ...weekdayOfHan(w) });
  }
  return out.sort((x, y) => x.start - y.start);
}

/** Month and day without a year in Han or Hangul writing. */
export function hanPartials(
  folded: string,
): readonly { start: number; end: number; month: number; day: number }[] {
  if (!HAN_MONTH.test(folded)) return NONE;
  return matchesOf(folded, HAN_PARTIAL)
    .map((m) => ({
      start: m.index,
      end: m.index + m[0].length,
      month: Number(m[1]),
      day: Number(m[2]),
    }))
    .filter(({ month, day }) => isoDate(2024, month, day) !== null);
}

/** Of several readings the one that falls on a weekday, or the list as it was. */
export function byWeekday(
  options: readonly string[],
  weekday: number | undefined,
): readonly string[] {
  if (options.length < 2 || weekday === undefined) return options;
  const fits = options.filter(
    (o) => weekdayOfDate(...(o.split('-').map(Number) as [number, number, number])) === weekday,
  );
  return fits.length === 1 ? fits : options;
}
