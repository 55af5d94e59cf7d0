import { isoDate, persianDate, weekdayOf } from './calendar.ts';
import { fold } from './fold.ts';
import { byWeekday, hanPartials, numericDays } from './numeric.ts';
import { findAgo, type Unit, wholeAgo } from './relative.ts';
import { findTimes, type FoundTime } from './time.ts';
import { type Token, tokenize } from './tokens.ts';
import { dayFirst, monthFirst, vietnamese, type WrittenDay, yearFirst } from './words.ts';
import { type FoundZone, zoneAfter } from './zone.ts';

/** A date expression in a line. */
export interface FoundDate {
  /** In UTF-16 units of the line; weekday, time and zone beside the date are inside. */
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  readonly kind: 'absolute' | 'relative';
  /** ISO 8601; null for relative dates, dates without a year, and where day and month cannot be told apart. */
  readonly value: string | null;
  readonly precision: 'month' | 'day' | 'minute' | 'second';
  /** 1 is Monday. */
  readonly weekday?: number;
  readonly month?: number;
  readonly day?: number;
  /** Both readings of an ambiguous numeric date. */
  readonly options?: readonly string[];
  /** For relative dates. */
  readonly ago?: { readonly count: number; readonly unit: Unit };
}

/** Only so much of a line is looked at. */
export const LINE_LIMIT = 300;

interface Day {
  readonly start: number;
  readonly end: number;
  readonly options: readonly string[];
  readonly weekday?: number | undefined;
  readonly precision: 'month' | 'day';
  readonly month?: number;
  readonly day?: number;
}

const ISO = /(?<![\d-])(\d{4}-\d{2}-\d{2})t(\d{2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,9})?(z\b|[+-]\d{2}:?\d{2})?/g;
/** A digit, or a script in which days are spelt out. */
const DIGIT = /[\d\u0900-\u097f]/;
/** What may stand between a date and its time. */
const GLUE = /^(?:[\s,.|·•/()@;:،~-]|\b(?:at|um|a|alle|ore|le|las|as|om|kl|klo|o|ob|v|в|во|u|saat|godz|ora|la|στισ|ωρα|ساعت|ساعه|الساعه|علي|pukul|jam|luc|os|à|h|about|on|den|am|и|о|בשעה|ב|kello|plkst|val|kell|orele|orę|hora|horas|hrs|time|เวลา|बजे|बज)\b|(?:بتوقیت|الساعه|ساعت|στισ|στην|στο|στι|во|в|о|об|ο|בשעה|שעה|เวลา))*$/u;
const AFTER_SHORT = new Set(['.', ',', ')', '|']);
const GLUE_REACH = 24;

function written(tokens: readonly Token[], day: WrittenDay): Day | null {
  const start = (tokens[day.from] as Token).start;
  const end = (tokens[day.to - 1] as Token).end;
  if (day.year === null) {
    if (day.day === null || isoDate(2024, day.month, day.day) === null || day.calendar === 'persian') return null;
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

const overlap = (a: { start: number; end: number }, b: { start: number; end: number }): boolean => a.start < b.end && b.start < a.end;

/** Every day of a line, with and without a year, in order and disjoint. */
function allDays(folded: string, tokens: readonly Token[], language?: string): Day[] {
  const days: Day[] = numericDays(folded, language).map((d) => ({ ...d, precision: 'day' as const }));
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
  return token.text.length > 2 || (folded[token.end] !== undefined && AFTER_SHORT.has(folded[token.end] as string));
}

/** Widens a day to the weekday printed beside it. */
function withWeekday(day: Day, tokens: readonly Token[], folded: string, language?: string): Day {
  const first = tokens.findIndex((t) => t.start >= day.start);
  let after = tokens.findIndex((t) => t.start >= day.end);
  if (after < 0) after = tokens.length;
  for (let i = first - 1; i >= Math.max(0, first - 6); i--) {
    const t = tokens[i] as Token;
    const two = tokens[i + 1] && i + 1 < first ? weekdayOf(`${t.text} ${(tokens[i + 1] as Token).text}`, language) : null;
    const three = i + 2 < first ? weekdayOf(folded.slice(t.start, (tokens[i + 2] as Token).end), language) : null;
    const weekday = three ?? two ?? weekdayOf(t.text, language) ?? weekdayOf(t.text.replace(/^(?:วัน)|ที่$/g, ''), language);
    if (weekday !== null && marksWeekday(t, folded)) return { ...day, start: t.start, weekday };
    if (t.kind === 'number') break;
  }
  for (let i = after; i < Math.min(tokens.length, after + 2); i++) {
    const t = tokens[i] as Token;
    const weekday = weekdayOf(t.text, language);
    if (weekday !== null && marksWeekday(t, folded)) {
      const close = folded[t.end] === ')' && folded.slice(day.end, t.start).includes('(') ? 1 : 0;
      return { ...day, end: t.end + close, weekday };
    }
  }
  return day;
}

/** The time that belongs to a day, with its zone: right after it or right before it. */
function timeBeside(line: string, day: Day, times: readonly FoundTime[], folded: string, language?: string): DayTime | null {
  const date = day.options[0] ?? '2000-01-01';
  const after = times.find((t) => t.start >= day.end);
  if (after && after.start - day.end <= GLUE_REACH && GLUE.test(folded.slice(day.end, after.start))) {
    return { time: after, zone: zoneAfter(line, after.end, date, language) };
  }
  const before = times.findLast((t) => t.end <= day.start && !t.weak);
  if (!before) return null;
  const zone = zoneAfter(line, before.end, date, language);
  const end = zone?.end ?? before.end;
  return day.start - end <= GLUE_REACH && GLUE.test(folded.slice(end, day.start)) ? { time: before, zone } : null;
}

interface DayTime {
  readonly time: FoundTime;
  readonly zone: FoundZone | null;
}

const two = (n: number): string => String(n).padStart(2, '0');

function complete(line: string, day: Day, beside: DayTime | null): FoundDate {
  const options = byWeekday(day.options, day.weekday);
  const value = options.length === 1 ? (options[0] as string) : null;
  let { start, end } = day;
  let suffix = '';
  let precision: FoundDate['precision'] = day.precision;
  if (beside) {
    const { time, zone } = beside;
    start = Math.min(start, time.start);
    end = Math.max(end, zone?.end ?? time.end);
    if (day.precision === 'day') {
      const seconds = time.second === null ? '' : `:${two(time.second)}`;
      suffix = `T${two(time.hour)}:${two(time.minute)}${seconds}${zone?.offset ?? ''}`;
      precision = time.second === null ? 'minute' : 'second';
    }
  }
  return {
    start,
    end,
    raw: line.slice(start, end),
    kind: 'absolute',
    value: value === null ? null : value + suffix,
    precision,
    ...(day.weekday === undefined ? {} : { weekday: day.weekday }),
    ...(day.month === undefined ? {} : { month: day.month }),
    ...(day.day === undefined ? {} : { day: day.day }),
    ...(options.length > 1 ? { options: options.map((o) => o + suffix) } : {}),
  };
}

function isoTimes(line: string, folded: string): FoundDate[] {
  const out: FoundDate[] = [];
  for (const match of folded.matchAll(ISO)) {
    const [raw, date, h, m, s, zone] = match;
    const [year, month, day] = (date as string).split('-').map(Number) as [number, number, number];
    if (isoDate(year, month, day) === null || Number(h) > 23 || Number(m) > 59 || Number(s ?? 0) > 59) continue;
    const offset = zone === undefined ? '' : zone === 'z' ? 'Z' : zone.length === 5 ? `${zone.slice(0, 3)}:${zone.slice(3)}` : zone;
    const end = match.index + raw.length;
    out.push({
      start: match.index,
      end,
      raw: line.slice(match.index, end),
      kind: 'absolute',
      value: `${date}T${h}:${m}${s === undefined ? '' : `:${s}`}${offset}`,
      precision: s === undefined ? 'minute' : 'second',
      month,
      day,
    });
  }
  return out;
}

/**
 * Every date expression in the first 300 characters of a line, in order.
 * @param language BCP 47 code, where it is known: decides "03/05/2024"
 */
export function findDates(text: string, language?: string): FoundDate[] {
  const line = text.slice(0, LINE_LIMIT);
  const folded = fold(line);
  const whole = wholeAgo(folded);
  if (!DIGIT.test(folded) && !whole) return [];
  const out = isoTimes(line, folded);
  const tokens = tokenize(folded);
  const times = findTimes(folded);
  for (const found of allDays(folded, tokens, language)) {
    if (out.some((o) => overlap(o, found))) continue;
    const day = withWeekday(found, tokens, folded, language);
    const free = times.filter((t) => !overlap(t, day) && !out.some((o) => overlap(o, t)));
    out.push(complete(line, day, timeBeside(line, day, free, folded, language)));
  }
  const ago = findAgo(folded) ?? whole;
  if (ago && !out.some((o) => overlap(o, ago))) {
    const { start, end, count, unit } = ago;
    const raw = line.slice(start, end);
    out.push({ start, end, raw, kind: 'relative', value: null, precision: 'day', ago: { count, unit } });
  }
  return out.sort((a, b) => a.start - b.start);
}

/**
 * The first date expression in a short line.
 * @example findDate('Published: 13 June 2024, 10:15 CET')?.value // '2024-06-13T10:15+01:00'
 */
export function findDate(text: string, language?: string): FoundDate | null {
  return findDates(text, language)[0] ?? null;
}
