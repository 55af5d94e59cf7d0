import { matchesOf } from '../text/matches.ts';
/** How two parts of a line are parted. */
export type CutKind = 'bar' | 'underscore' | 'dash' | 'colon' | 'mark';

/** A separator in a line, with the white space around it, in UTF-16 units of the line. */
export interface Cut {
  readonly start: number;
  readonly end: number;
  readonly kind: CutKind;
}

const UNSPACED = /[\p{Lo}]/u;
const BAR = /[|｜│┃]/;
const DASH = /[-–—]/;
const COLON = /^\s*[:：]\s*$/;
// Bars and underscores of Han and kana part lines without spaces, dashes and marks elsewhere only with them.
const SEPARATOR =
  /\s*[|｜│┃]\s*|\s+(?:[-–—·•:»«/~<>›→]|::|--|\/\/)\s+|\s*::\s+|:\s+|：\s*|_|(?<=\p{sc=Han}\s?)(?:--|——|[-–—])(?=\s?\p{sc=Han})/gu;

/** One of these stands in each separator. */
const SIGN = /[|｜│┃\-–—•·:：»«/~>›→_]/;
const NO_CUTS: readonly Cut[] = [];

/** What parts the facts of one line: `Politics | May 3, 2024 • 4 min`. */
export const FACT_SEPARATOR = /\s*(?:[|•·｜│／]|(?<=\s)[-–—/](?=\s))\s*/g;

/** Where a title line may be parted from its affixes, in order. */
export function cutsOf(line: string): readonly Cut[] {
  if (!SIGN.test(line)) return NO_CUTS;
  return matchesOf(line, SEPARATOR).flatMap((match): Cut[] => {
    const [mark] = match;
    const end = match.index + mark.length;
    if (mark === '_' && !isUnspaced(line, match.index, end)) return [];
    return [{ start: match.index, end, kind: kindOf(mark) }];
  });
}

/** Whether a bar is among the places where a title line may be parted. */
export function hasBar(line: string): boolean {
  return BAR.test(line);
}

/** An underscore parts words of scripts without capitals only; elsewhere it joins them. */
function isUnspaced(line: string, start: number, end: number): boolean {
  return UNSPACED.test(line.slice(Math.max(0, start - 1), start) + line.slice(end, end + 1));
}

function kindOf(mark: string): CutKind {
  if (BAR.test(mark)) return 'bar';
  if (mark === '_') return 'underscore';
  if (COLON.test(mark)) return 'colon';
  return DASH.test(mark) ? 'dash' : 'mark';
}

/** What parts the crumbs of a breadcrumb in one line: `Home > World > Asia`. */
export const CRUMB_SEPARATOR = /\s*[>›»→]\s*|\s+\/\s+/g;
/** Holds where a line has one; it does not begin at each space. */
export const HAS_CRUMB_SEPARATOR: RegExp = /[>›»→]|(?<=\s)\/\s/;
