import { parseByline } from '../../../recognize/byline/index.ts';
import { type FoundDate, findDates } from '../../../recognize/dates/find.ts';
import { isDomain, isKnownOutlet } from '../../../recognize/outlets.ts';
import { words } from '../../../recognize/words.ts';
import { phraseKey } from '../../../text/fold.ts';
import { type Break, breakAt } from '../break.ts';
import type { Token } from '../tokens.ts';

// Set by hand on texts of one line.
/** UTF-16 units of a line in which its head is looked for: a headline, names and dates. */
const REACH = 300;
/** UTF-16 units in which a second date tells that the text is a chronology or a list of events. */
const LIST_REACH = 1200;
/** Words of the shortest headline. */
const MIN_HEADLINE = 4;
/** Words of an article's first sentence in which a headline's are looked for. */
const MAX_SENTENCE = 20;
/** UTF-16 units of the shortest word whose repeat proves something. */
const MIN_REPEATED = 4;
/** Words of a label before a date: `Last updated on`. */
const MAX_LABEL = 3;
/** Words of the longest byline. */
const MAX_BYLINE = 12;
/** Words of an outlet’s name. */
const MAX_OUTLET = 4;
const LABEL_END = /[\s:：]+$/u;
/** In brackets a date says something of the headline. */
const OTHER = /[\p{L}\p{N}([]/u;
const BAR = /^[|｜–—-]$/;
/** `14 May 2024` has letters; dates of figures alone, or with a time, are no part of a sentence. */
const LETTER = /\p{L}/u;
const POSSESSIVE = /['’]s?$/u;

/** Tokens from the first one on, without the last. */
interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** A date of a head. */
interface HeadDate extends Stretch {
  /** Whether it has a label, a time, or figures alone, so that no sentence holds it: `the 14 May 2024 Harbour Board meeting`. */
  readonly isSure: boolean;
}

/**
 * Where the parts of a head meet that was glued to its article: a headline without an end mark, then who wrote it and when
 * (`Council keeps the bridge By Jane Roe Published 3 May 2024 The council …`), or the outlet's name behind a bar. A name
 * without a date proves nothing, since nothing shows where it ends; a bare date or an outlet does where no byline stands
 * before it only if a word that opens sentences follows, or a sentence that says a word of the headline again.
 */
export function headBreaks(text: string, tokens: readonly Token[]): Break[] {
  const dates = datesOf(text, tokens);
  const first = dates[0] ?? outletOf(text, tokens);
  if (first === undefined) return [];
  const byline = dates.length > 0 ? bylineBefore(text, tokens, first.first) : first.first;
  if (!isHeadline(tokens, byline)) return [];
  const isProved = byline < first.first || dates.some(({ isSure }) => isSure);
  if (!isProved && !opensArticle(text, tokens, byline, (dates.at(-1) ?? first).last)) return [];
  const places = [...dates.map((date) => date.first), (dates.at(-1) ?? first).last];
  if (dates.length > 0) places.push(byline);
  return places.flatMap((i) => (tokens[i] ? [breakAt(tokens[i].start)] : []));
}

/** Whether a function word stands at a place, or the sentence there says a longer word of the headline again. */
function opensArticle(
  text: string,
  tokens: readonly Token[],
  headlineEnd: number,
  start: number,
): boolean {
  if (tokens[start]!.common) return true;
  const wordOf = (token: Token) => phraseKey(text.slice(token.start, token.end));
  const said = new Set(
    tokens.slice(0, headlineEnd).flatMap((token) => (token.common ? [] : [wordOf(token)])),
  );
  for (const token of tokens.slice(start, start + MAX_SENTENCE)) {
    const word = wordOf(token);
    if (word.length >= MIN_REPEATED && said.has(word)) return true;
    if (token.stop) return false;
  }
  return false;
}

/** The first date that stands by itself with its label, and those right behind it; none where dates without a label follow. */
function datesOf(text: string, tokens: readonly Token[]): HeadDate[] {
  const found: HeadDate[] = [];
  for (const date of findDates(text.slice(0, LIST_REACH))) {
    const stretch = isWhole(date) ? stretchOf(text, tokens, date) : null;
    if (stretch === null) continue;
    if (found.length > 0 && stretch.first !== found.at(-1)!.last) {
      if (stretch.isSure || found.some(({ isSure }) => isSure)) break;
      return [];
    }
    if (date.end > REACH) break;
    found.push(stretch);
  }
  return found;
}

/** Whether a date is a day with its year: without one it is as often a part of a sentence. */
function isWhole({ kind, precision, value, options }: FoundDate): boolean {
  return kind === 'absolute' && precision !== 'month' && (value !== null || options !== undefined);
}

/** The words of a date with its label; null where a sentence leads up to it or goes on from it. */
function stretchOf(text: string, tokens: readonly Token[], date: FoundDate): HeadDate | null {
  const start = tokens.findIndex((token) => token.end > date.start);
  const behind = tokens.findIndex((token) => token.start >= date.end);
  if (start <= 0 || behind < 0) return null;
  const around = [
    text.slice(tokens[start]!.start, date.start),
    text.slice(date.end, tokens[behind - 1]!.end),
  ];
  if (around.some((marks) => OTHER.test(marks)) || tokens[behind - 1]!.comma) return null;
  const first = labelBefore(text, tokens, start);
  if (first < start) {
    return tokens[behind]!.kind === 'lower' ? null : { first, last: behind, isSure: true };
  }
  const { comma, common, end } = tokens[start - 1]!;
  const before = text.slice(tokens[start - 1]!.start, end);
  // Behind a site's name stands the day on which the page was read.
  const leadsUp = comma || common || POSSESSIVE.test(before) || isDomain(before);
  if (leadsUp || tokens[behind]!.kind !== 'upper') return null;
  const isSure = date.precision !== 'day' || !LETTER.test(text.slice(date.start, date.end));
  return { first: start, last: behind, isSure };
}

/** Where the label of a date begins, with a capital; the date's own place where it has none. */
function labelBefore(text: string, tokens: readonly Token[], start: number): number {
  for (let first = Math.max(0, start - MAX_LABEL); first < start; first++) {
    const { kind, start: at } = tokens[first]!;
    const key = phraseKey(text.slice(at, tokens[start - 1]!.end).replace(LABEL_END, ''));
    if (kind !== 'lower' && (words('published').has(key) || words('modified').has(key)))
      return first;
  }
  return start;
}

/** Where the byline begins that ends at a word; that word's own place where there is none. */
function bylineBefore(text: string, tokens: readonly Token[], end: number): number {
  for (let first = Math.max(MIN_HEADLINE, end - MAX_BYLINE); first < end; first++) {
    if (tokens[first]!.kind !== 'upper') continue;
    const found = parseByline(text.slice(tokens[first]!.start, tokens[end - 1]!.end));
    if (found?.confident && found.authors.some(({ kind }) => kind === 'person')) return first;
  }
  return end;
}

/** A known outlet's name and the bar before it, in the line's head. */
function outletOf(text: string, tokens: readonly Token[]): Stretch | undefined {
  for (let bar = MIN_HEADLINE; bar < tokens.length && tokens[bar]!.end <= REACH; bar++) {
    if (!BAR.test(text.slice(tokens[bar]!.start, tokens[bar]!.end))) continue;
    for (let last = bar + MAX_OUTLET + 1; last > bar + 1; last--) {
      if (tokens[last]?.kind !== 'upper' || tokens[last - 1]!.comma) continue;
      const name = text.slice(tokens[bar + 1]!.start, tokens[last - 1]!.end);
      if (isKnownOutlet(name)) return { first: bar, last };
    }
  }
  return undefined;
}

/** Whether the words before one may be a headline: enough of them, and no sentence among them ends. */
function isHeadline(tokens: readonly Token[], end: number): boolean {
  const before = tokens.slice(0, end);
  return before.length >= MIN_HEADLINE && !before.some(({ stop }) => stop);
}
