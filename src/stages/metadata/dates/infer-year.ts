import { isoDate, ownWeekday, weekdayOfDate } from '../../../recognize/dates/calendar.ts';
import { findDate, findDates } from '../../../recognize/dates/find.ts';
import {
  CHINESE_WEEKDAY,
  JAPANESE_WEEKDAY,
  KOREAN_WEEKDAY,
  weekdayOfSign,
} from '../../../recognize/dates/weekday-signs.ts';
import { words } from '../../../recognize/words.ts';
import { fold } from '../../../text/fold.ts';

const YEAR = /(?<!\d)(?:1[89]\d{2}|20\d{2}|25[4-7]\d)(?!\d)/g;
/** In UTF-16 units before a year: its month stands there (set by hand on the open benchmark). */
const BEFORE = 40;
/** The same behind it (set by hand on the open benchmark). */
const AFTER = 24;
/** Years of a text that are looked at, so that a text of nothing but years takes no long time. */
const MOST_YEARS = 400;
/**
 * Years behind the latest that the text names (set by hand on the open benchmark): on one weekday a date comes back
 * after five or six.
 */
const SPAN = 2;
const WORD = /[\p{L}\p{M}\u200c'’-]+/gu;
const HAN_WEEKDAY = new RegExp(
  `(?:星期|周|週)(${CHINESE_WEEKDAY})|(${JAPANESE_WEEKDAY})曜|(${KOREAN_WEEKDAY})요일`,
  'gu',
);
/** In UTF-16 units: as much of the lead is searched for weekdays (set by hand on the open benchmark). */
const LEAD = 1500;
/**
 * In UTF-16 units: shorter words are weekdays and other words too (set by hand on the open benchmark): `mar`, `sun`.
 */
const SHORTEST = 4;
/** Words that move a weekday to another week. */
const OTHER_WEEK = words('other-week');

/** Years that a text names together with a month. */
export function yearsWithMonth(texts: readonly string[], language?: string): number[] {
  const out = new Set<number>();
  let looked = 0;
  for (const text of texts) {
    for (const match of text.matchAll(YEAR)) {
      if (++looked > MOST_YEARS) return [...out];
      const from = Math.max(0, match.index - BEFORE);
      const around = text.slice(from, match.index + AFTER);
      const at = match.index - from;
      const year = findDates(around, language)
        .filter((d) => d.kind === 'absolute' && d.value !== null && d.start <= at && d.end > at)
        .map((d) => Number(d.value?.slice(0, 4)))[0];
      if (year !== undefined) out.add(year);
    }
  }
  return [...out];
}

/** The one weekday that a lead names, 1 is Monday; null when it names none or several. */
export function weekdayIn(lead: string, language?: string): number | null {
  const found = new Set<number>();
  const folded = fold(lead.slice(0, LEAD));
  let before = '';
  for (const match of folded.matchAll(WORD)) {
    const word = match[0];
    const weekday = word.length >= SHORTEST ? ownWeekday(word, language) : null;
    if (weekday !== null && !OTHER_WEEK.has(before)) found.add(weekday);
    before = word;
  }
  for (const match of folded.matchAll(HAN_WEEKDAY)) {
    const mark = (match[1] ?? match[2] ?? match[3]) as string;
    found.add(weekdayOfSign(mark));
  }
  return found.size === 1 ? ([...found][0] as number) : null;
}

function otherDay(lead: string, month: number, day: number, language?: string): boolean {
  return findDates(lead, language).some(
    (d) =>
      d.weekday !== undefined &&
      d.month !== undefined &&
      d.day !== undefined &&
      (d.month !== month || d.day !== day),
  );
}

/**
 * The full date of a dateline without a year: of the latest year that the text names together with a month and the two
 * after it, exactly one has the month and day on the weekday that the lead names.
 * @param date the dateline's date as printed
 * @param lead the first paragraph
 * @param texts title and paragraphs
 */
export function inferYear(
  date: string,
  lead: string,
  texts: readonly string[],
  language?: string,
): string | null {
  const day = findDate(date, language);
  if (!day || day.value !== null || day.month === undefined || day.day === undefined) return null;
  const weekday = weekdayIn(lead, language);
  if (weekday === null) return null;
  // a lead that gives its weekday another day ("on Friday, 2 May") does not date the dateline
  if (otherDay(lead, day.month, day.day, language)) return null;
  const years = yearsWithMonth(texts, language);
  if (years.length === 0) return null;
  const latest = Math.max(...years);
  const fits: string[] = [];
  for (let year = latest; year <= latest + SPAN; year++) {
    const value = isoDate(year, day.month, day.day);
    if (value !== null && weekdayOfDate(year, day.month, day.day) === weekday) fits.push(value);
  }
  return fits.length === 1 ? (fits[0] as string) : null;
}
