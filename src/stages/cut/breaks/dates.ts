import { findDates, LINE_LIMIT } from '../../../recognize/dates/find.ts';
import { type Break, breakAt } from '../break.ts';
import type { Token } from '../tokens.ts';

/** `10:15`, `10.15`, `10h15`, `10時15`. */
const CLOCK = /\p{N}[:.hH時时点시](?:\p{N}{2}|$)/u;
/** Words around a time in which a date is looked for: `Tuesday, 14 May 2024 at 10:15 a.m. CET`. Set by hand. */
const WORDS_BEFORE = 8;
/** The same behind it. Set by hand. */
const WORDS_BEHIND = 8;

/**
 * Where a date with its time stands by itself: no short word or comma leads up to it, and nothing in lower case goes on
 * from it, as in a sentence.
 */
export function dateBreaks(text: string, tokens: readonly Token[]): Break[] {
  const out: Break[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const { start, end } = tokens[i]!;
    if (!CLOCK.test(text.slice(start, end))) continue;
    const from = tokens[Math.max(0, i - WORDS_BEFORE)]!.start;
    const to = tokens[Math.min(tokens.length - 1, i + WORDS_BEHIND)]!.end;
    const last = lastOfDate(text, tokens, from, Math.min(to, from + LINE_LIMIT), i, out);
    if (last > i) i = last;
  }
  return out;
}

/** Adds the breaks around a date with a time that holds a token, and gives its last token. */
function lastOfDate(
  text: string,
  tokens: readonly Token[],
  from: number,
  to: number,
  i: number,
  out: Break[],
): number {
  const found = findDates(text.slice(from, to)).find(
    ({ start, end, precision, kind }) =>
      kind === 'absolute' &&
      (precision === 'minute' || precision === 'second') &&
      from + start < tokens[i]!.end &&
      from + end > tokens[i]!.start,
  );
  if (!found) return i;
  const [start, end] = [from + found.start, from + found.end];
  let first = i;
  while (first > 0 && tokens[first - 1]!.end > start) first -= 1;
  let last = i;
  while (last + 1 < tokens.length && tokens[last + 1]!.start < end) last += 1;
  const [before, behind] = [tokens[first - 1], tokens[last + 1]];
  const opens = before === undefined || before.stop || !(before.comma || before.common);
  const closes = behind === undefined || (behind.kind !== 'lower' && !tokens[last]!.comma);
  if (opens && closes) {
    if (before) out.push(breakAt(tokens[first]!.start));
    if (behind) out.push(breakAt(behind.start));
  }
  return last;
}
