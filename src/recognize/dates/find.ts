import type { Unit } from '../../assets/calendar.ts';
import { once } from '../../assets/once.ts';
import { fold } from '../../text/fold.ts';
import { matchesOf } from '../../text/matches.ts';
import { isoDate } from './calendar.ts';
import { dateWords } from './date-words.ts';
import { allDays, type Day, overlap, withWeekday } from './days.ts';
import { byWeekday } from './numeric.ts';
import { findAgo, mayBeWholeAgo, wholeAgo } from './relative.ts';
import { type FoundTime, findTimes } from './time.ts';
import { tokenize } from './tokens.ts';
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

const ISO =
  /(?<![\d-])(\d{4}-\d{2}-\d{2})t(\d{2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,9})?(z\b|[+-]\d{2}:?\d{2})?/g;
/** A digit, or a script in which days are spelt out: before folding, and after it. */
const ANY_DIGIT = /[\p{Nd}\u0900-\u097f]|年.{1,4}月/u;
const DIGIT = /[\d\u0900-\u097f]|年.{1,4}月/;
const LATIN = /^[a-z]+$/;
/** What may stand between a date and its time; words of Latin letters stand apart from others. */
const glue = once(() => {
  const words = dateWords('between');
  const latin = words.filter((word) => LATIN.test(word)).join('|');
  const others = words.filter((word) => !LATIN.test(word)).join('|');
  return new RegExp(`^(?:[\\s,.|·•/()@;:،~-]|\\b(?:${latin})\\b|(?:${others}))*$`, 'u');
});
/** In UTF-16 units: how far date and time may stand apart (set by hand on the open benchmark). */
const GLUE_REACH = 24;
const NO_DATES: readonly never[] = [];

/** The time that belongs to a day, with its zone: right after it or right before it. */
function timeBeside(
  line: string,
  day: Day,
  times: readonly FoundTime[],
  folded: string,
  language?: string,
): DayTime | null {
  const date = day.options[0] ?? '2000-01-01';
  const after = times.find((t) => t.start >= day.end);
  if (
    after &&
    after.start - day.end <= GLUE_REACH &&
    glue().test(folded.slice(day.end, after.start))
  ) {
    return { time: after, zone: zoneAfter(line, after.end, date, language) };
  }
  const before = times.findLast((t) => t.end <= day.start && !t.weak);
  if (!before) return null;
  const zone = zoneAfter(line, before.end, date, language);
  const end = zone?.end ?? before.end;
  return day.start - end <= GLUE_REACH && glue().test(folded.slice(end, day.start))
    ? { time: before, zone }
    : null;
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
  for (const match of matchesOf(folded, ISO)) {
    const [raw, date, h, m, s, zone] = match;
    const [year, month, day] = (date as string).split('-').map(Number) as [number, number, number];
    if (
      isoDate(year, month, day) === null ||
      Number(h) > 23 ||
      Number(m) > 59 ||
      Number(s ?? 0) > 59
    )
      continue;
    const offset =
      zone === undefined
        ? ''
        : zone === 'z'
          ? 'Z'
          : zone.length === 5
            ? `${zone.slice(0, 3)}:${zone.slice(3)}`
            : zone;
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
export function findDates(text: string, language?: string): readonly FoundDate[] {
  const line = text.slice(0, LINE_LIMIT);
  if (!ANY_DIGIT.test(line) && !mayBeWholeAgo(line)) return NO_DATES;
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
    out.push({
      start,
      end,
      raw,
      kind: 'relative',
      value: null,
      precision: 'day',
      ago: { count, unit },
    });
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
