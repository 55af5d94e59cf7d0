import { once } from '../../assets/once.ts';
import { isoDate, persianDate, weekdayOf } from './calendar.ts';
import { dateWords } from './date-words.ts';
import { eraDays } from './eras.ts';
import { hanPartials, numericDays } from './numeric.ts';
import type { Token } from './tokens.ts';
import { dayFirst, monthFirst, vietnamese, type WrittenDay, yearFirst } from './written/words.ts';

/** A day of a line, before its time is known. */
export interface Day {
  readonly start: number;
  readonly end: number;
  readonly options: readonly string[];
  readonly weekday?: number | undefined;
  readonly precision: 'month' | 'day';
  readonly month?: number;
  readonly day?: number;
}

/** What may stand between a weekday and the day. */
const weekdayGap = once(() => {
  const words = dateWords('before-day').map((word) => word.replace('.', '\\.'));
  return new RegExp(`^[\\s,.|(-]*(?:(?:${words.join('|')}|,)[\\s,.]*)?$`);
});
const AFTER_SHORT = new Set(['.', ',', ')', '|']);
const THAI_DAY = /^วัน/;
const THAI_ORDINAL = /ที่$/;
/** In tokens before the day: how far a weekday may stand from it (set by hand on the open benchmark). */
const WEEKDAY_REACH = 6;

function written(tokens: readonly Token[], day: WrittenDay): Day | null {
  const start = (tokens[day.from] as Token).start;
  const end = (tokens[day.to - 1] as Token).end;
  if (day.year === null) {
    if (
      day.day === null ||
      isoDate(2024, day.month, day.day) === null ||
      day.calendar === 'persian'
    )
      return null;
    return { start, end, options: [], precision: 'day', month: day.month, day: day.day };
  }
  if (day.day === null) {
    if (day.calendar === 'persian') return null;
    const month = isoDate(day.year, day.month, 1);
    return month === null ? null : { start, end, options: [month.slice(0, 7)], precision: 'month' };
  }
  const value = (day.calendar === 'persian' ? persianDate : isoDate)(day.year, day.month, day.day);
  if (value === null) return null;
  const { year, month, day: number } = day;
  const others = day.others.map((m) => isoDate(year, m, number)).filter((v) => v !== null);
  return { start, end, options: [value, ...others], precision: 'day', month, day: number };
}

function writtenDays(tokens: readonly Token[], language?: string): Day[] {
  const out: Day[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const found =
      yearFirst(tokens, i, language) ??
      vietnamese(tokens, i) ??
      dayFirst(tokens, i, language) ??
      monthFirst(tokens, i, language);
    const day = found && written(tokens, found);
    if (!day || !found) continue;
    out.push(day);
    i = found.to - 1;
  }
  return out;
}

/** Whether two stretches share a character. */
export const overlap = (
  a: { start: number; end: number },
  b: { start: number; end: number },
): boolean => a.start < b.end && b.start < a.end;

/** Every day of a line, with and without a year, in order and disjoint. */
export function allDays(folded: string, tokens: readonly Token[], language?: string): Day[] {
  const eras = eraDays(folded, language);
  const others = numericDays(folded, language).filter((d) => !eras.some((e) => overlap(d, e)));
  const days = [...eras, ...others].map((d): Day => ({ ...d, precision: 'day' }));
  const add = (day: Day): void => {
    if (!days.some((d) => overlap(d, day))) days.push(day);
  };
  writtenDays(tokens, language).forEach(add);
  for (const p of hanPartials(folded)) add({ ...p, options: [], precision: 'day' });
  return days.sort((a, b) => a.start - b.start);
}

/** Two letters ("to", "la", "вт") are a weekday only with a stop, comma or bracket after them. */
function marksWeekday(token: Token, folded: string): boolean {
  if (token.kind !== 'word') return false;
  return (
    token.text.length > 2 ||
    (folded[token.end] !== undefined && AFTER_SHORT.has(folded[token.end] as string))
  );
}

interface Weekday {
  readonly weekday: number;
  readonly end: number;
}

/** The weekday that begins at a token: of one word, two ("thứ hai") or three ("quarta-feira"). */
function weekdayAt(
  at: number,
  first: number,
  tokens: readonly Token[],
  folded: string,
  language?: string,
): Weekday | null {
  const token = tokens[at] as Token;
  for (const words of [3, 2]) {
    const last = tokens[at + words - 1];
    if (at + words > first || !last) continue;
    const weekday = weekdayOf(folded.slice(token.start, last.end), language);
    if (weekday !== null) return { weekday, end: last.end };
  }
  // Of one Thai weekday the calendar has no form without `วัน`.
  const unnumbered = token.text.replace(THAI_ORDINAL, '');
  const weekday =
    weekdayOf(token.text, language) ??
    weekdayOf(unnumbered, language) ??
    weekdayOf(unnumbered.replace(THAI_DAY, ''), language);
  return weekday === null ? null : { weekday, end: token.end };
}

function weekdayBefore(
  day: Day,
  first: number,
  tokens: readonly Token[],
  folded: string,
  language?: string,
): Day | null {
  for (let i = first - 1; i >= Math.max(0, first - WEEKDAY_REACH); i--) {
    const token = tokens[i] as Token;
    if (token.kind === 'number') return null;
    const found = weekdayAt(i, first, tokens, folded, language);
    if (!found || !marksWeekday(token, folded)) continue;
    const near = weekdayGap().test(folded.slice(found.end, day.start));
    return near ? { ...day, start: token.start, weekday: found.weekday } : null;
  }
  return null;
}

function weekdayAfter(
  day: Day,
  tokens: readonly Token[],
  folded: string,
  language?: string,
): Day | null {
  for (const token of tokens.filter((t) => t.start >= day.end).slice(0, 2)) {
    const weekday = weekdayOf(token.text, language);
    if (weekday === null || !marksWeekday(token, folded)) continue;
    const close =
      folded[token.end] === ')' && folded.slice(day.end, token.start).includes('(') ? 1 : 0;
    return { ...day, end: token.end + close, weekday };
  }
  return null;
}

/** Widens a day to the weekday printed beside it. */
export function withWeekday(
  day: Day,
  tokens: readonly Token[],
  folded: string,
  language?: string,
): Day {
  const first = tokens.findIndex((t) => t.start >= day.start);
  return (
    weekdayBefore(day, first, tokens, folded, language) ??
    weekdayAfter(day, tokens, folded, language) ??
    day
  );
}
