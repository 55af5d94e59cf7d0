import { calendar } from '../../assets/calendar.ts';
import { once } from '../../assets/once.ts';
import { matchesOf } from '../../text/matches.ts';
import { datePieces, dateWords } from './date-words.ts';

const ARABIC_HALF = /[صم]/;
const BEFORE_DIGITS = /^[^\d]*/;
const LETTER = /[\p{L}]/u;

/** A time of day in a folded line. */
export interface FoundTime {
  readonly start: number;
  readonly end: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number | null;
  /** Written with a full stop alone ("10.15"), which only counts beside a date. */
  readonly weak: boolean;
}

const NONE: readonly never[] = [];
const LATIN_PERIOD = /^(?:[ap]\.? ?m\.?|o[so]|[πμ]\.?μ\.?)$/;
const escapeRegex = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const longestFirst = (a: string, b: string): number => b.length - a.length || (a < b ? -1 : 1);

function periods(half: 'am' | 'pm'): string[] {
  const all = new Set([...calendar().values[half], ...dateWords(half)]);
  // single letters and whole phrases are no marks that stand beside a time
  return [...all]
    .filter((p) => p.length > 1 || ARABIC_HALF.test(p))
    .filter((p) => p.length <= 12 && p !== 'sa')
    .sort(longestFirst);
}

/** The marks of both halves of the day, and what finds a time with one of them. */
interface Clocks {
  readonly am: ReadonlySet<string>;
  readonly pm: ReadonlySet<string>;
  /** Hours and minutes. */
  readonly clock: RegExp;
  /** Hours alone. */
  readonly hour: RegExp;
  /** What both hold from the hour's last digit on: of most lines it tells that they have none, in a tenth of the time. */
  readonly clockCore: RegExp;
  readonly hourCore: RegExp;
}

const clocks = once((): Clocks => {
  const am = new Set(periods('am'));
  const pm = new Set(periods('pm'));
  const half = [...new Set([...am, ...pm])].sort(longestFirst).map(escapeRegex).join('|');
  const before = `(?:(${half})\\s{0,2})?`;
  const after = `(?:\\s{0,2}(${half})\\b\\.?|\\s{0,2}(${half})(?![\\p{L}\\p{M}])\\.?)?`;
  const unit = `(?:\\s?${datePieces('clock-unit')})?`;
  const minutes = `${datePieces('hour-sign')}(\\d{2})`;
  const behindHour = `(?: ?${datePieces('hour-unit')}(?![\\p{L}\\d])|\\s{0,2}(${half})(?![\\p{L}\\p{M}]))`;
  return {
    am,
    pm,
    clock: new RegExp(
      `(?<![\\d:./-])${before}(\\d{1,2})${minutes}(?:[:.](\\d{2})(?![\\d.]))?(?:[.,]\\d{1,7})?${datePieces('minute-sign')}?(?![\\d:/])${unit}${after}`,
      'gu',
    ),
    hour: new RegExp(`(?<![\\d:.,/-])${before}(\\d{1,2})${behindHour}`, 'gu'),
    clockCore: new RegExp(`\\d${minutes}`, 'u'),
    hourCore: new RegExp(`\\d${behindHour}`, 'u'),
  };
});

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  const { am, pm } = clocks();
  if (pm.has(half) && !am.has(half)) return hour < 12 ? hour + 12 : hour;
  return hour === 12 && am.has(half) ? 0 : hour;
}

function clock(match: RegExpMatchArray): FoundTime | null {
  const [text, before, h, m, s, latin, other] = match;
  const half = before ?? latin ?? other;
  const hour = hourOf(Number(h), half);
  const minute = Number(m);
  const second = s === undefined ? null : Number(s);
  if (hour > 23 || minute > 59 || (second ?? 0) > 59) return null;
  const digits = text.replace(BEFORE_DIGITS, '');
  const weak = digits[h?.length ?? 0] === '.' && half === undefined && !LETTER.test(digits);
  return {
    start: match.index as number,
    end: (match.index as number) + text.trimEnd().length,
    hour,
    minute,
    second,
    weak,
  };
}

/** Every time of day in a folded line, in order. */
export function findTimes(folded: string): FoundTime[] {
  const { clock: clocked, hour: hours, clockCore, hourCore } = clocks();
  const out: FoundTime[] = [];
  for (const match of clockCore.test(folded) ? matchesOf(folded, clocked) : NONE) {
    const time = clock(match);
    if (time) out.push(time);
  }
  for (const match of hourCore.test(folded) ? matchesOf(folded, hours) : NONE) {
    const [text, before, h, after] = match;
    const start = match.index;
    const hour = hourOf(Number(h), before ?? after);
    const free = out.every((t) => start >= t.end || start + text.length <= t.start);
    if (hour <= 23 && free)
      out.push({ start, end: start + text.length, hour, minute: 0, second: null, weak: false });
  }
  return out.sort((a, b) => a.start - b.start);
}

/** Whether a word marks a half of the day. */
export const isHalf = (word: string): boolean =>
  clocks().am.has(word) || clocks().pm.has(word) || LATIN_PERIOD.test(word);
