import { calendar, type Unit } from '../../assets/calendar.ts';
import { once } from '../../assets/once.ts';
import { matchesOf } from '../../text/matches.ts';
import { datePieces } from './date-words.ts';

const DIGIT = /\d/;
const FINAL_MARK = /[.,]$/;

/** "3 years ago" in a folded line. */
export interface FoundAgo {
  readonly start: number;
  readonly end: number;
  readonly count: number;
  readonly unit: Unit;
}

const NUMBER = /\d{1,3}/g;
const LETTER = /[\p{L}\p{M}\d]/u;
const SPACES = / /g;
/** Longest prefix or suffix of a pattern, with room for double spaces. */
const REACH = 40;
/** "Yesterday, 10:15". */
const clock = once(
  () =>
    new RegExp(
      `[,\\s]+(?:(?:${datePieces('before-clock')}|,|-)\\s)?\\d{1,2}[:.]\\d{2}(?:\\s?[ap]m)?$`,
    ),
);

/** Patterns with a number by the first character behind it. */
const numbered = once(() => new Map(calendar().values.numbered));
/** Relative dates without a number. */
const whole = once(() => new Map(calendar().values.plain));

/** Where an affix of a pattern begins or ends; spaces may be missing or doubled. */
function endsWith(text: string, affix: string, at: number): number | null {
  if (affix === '') return at;
  let i = at;
  while (text[i - 1] === ' ') i--;
  const start = i - affix.length;
  if (start < 0 || !text.startsWith(affix, start)) return null;
  return LETTER.test(text[start - 1] ?? ' ') &&
    LETTER.test(affix[0] as string) &&
    affix.charCodeAt(0) < 0x0e00
    ? null
    : start;
}

function startsWith(text: string, affix: string, at: number): number | null {
  let i = at;
  while (text[i] === ' ') i++;
  if (affix === '') return at;
  if (!text.startsWith(affix, i)) return null;
  const end = i + affix.length;
  return LETTER.test(text[end] ?? ' ') && affix.charCodeAt(affix.length - 1) < 0x0e00 ? null : end;
}

/** A pattern around a number. */
function patternAround(folded: string, at: number, after: number): FoundAgo | null {
  let i = after;
  while (folded[i] === ' ' && i < after + REACH) i++;
  const count = Number(folded.slice(at, after));
  for (const pattern of [
    ...(numbered().get(folded[i] ?? '') ?? []),
    ...(numbered().get('') ?? []),
  ]) {
    const end = startsWith(folded, pattern.suffix, after);
    const start = end === null ? null : endsWith(folded, pattern.prefix, at);
    if (end !== null && start !== null) return { start, end, count, unit: pattern.unit };
  }
  return null;
}

/** The first relative date with a number, or null. */
export function findAgo(folded: string): FoundAgo | null {
  for (const match of matchesOf(folded, NUMBER)) {
    const after = match.index + match[0].length;
    if (DIGIT.test(folded[match.index - 1] ?? '') || DIGIT.test(folded[after] ?? '')) continue;
    const found = patternAround(folded, match.index, after);
    if (found) return found;
  }
  return null;
}

/** In UTF-16 units: between two characters of a line there is at most one space, which counts for nothing here. */
const longestWhole = once(() => 2 * Math.max(...[...whole().keys()].map((text) => text.length)));

/** Whether a text is short enough to be a relative date without a number. */
export function mayBeWholeAgo(text: string): boolean {
  return text.length <= longestWhole();
}

/** A relative date without a number ("yesterday", "an hour ago") that is the whole text but for a final stop. */
export function wholeAgo(folded: string): FoundAgo | null {
  const trimmed = folded.trim();
  const text = (DIGIT.test(trimmed) ? trimmed.replace(clock(), '') : trimmed).replace(
    FINAL_MARK,
    '',
  );
  const start = folded.length - folded.trimStart().length;
  const found = whole().get(text) ?? whole().get(text.replace(SPACES, ''));
  return found ? { start, end: start + text.length, count: found.count, unit: found.unit } : null;
}

const MINUTES: Readonly<Record<Unit, number>> = {
  year: 0,
  month: 0,
  week: 10080,
  day: 1440,
  hour: 60,
  minute: 1,
  second: 0,
};

/**
 * The day that a relative date means, seen from a day of reading; null when that day is not well-formed.
 * @param reference ISO date or date-time
 */
export function resolveAgo(ago: { count: number; unit: Unit }, reference: string): string | null {
  const time = Date.parse(reference);
  if (Number.isNaN(time)) return null;
  const at = new Date(time);
  if (ago.unit === 'year') at.setUTCFullYear(at.getUTCFullYear() - ago.count);
  else if (ago.unit === 'month') at.setUTCMonth(at.getUTCMonth() - ago.count);
  else at.setTime(time - MINUTES[ago.unit] * ago.count * 60_000);
  return at.toISOString();
}
