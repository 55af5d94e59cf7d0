import { isFunctionWord } from '../../recognize/function-words.ts';
import { startsSmall } from '../../text/letters.ts';

/** A word of a line with the marks around it: what white space, or a glued seam, parts. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** How its word begins; `sign` where it has none. */
  readonly kind: 'upper' | 'lower' | 'caseless' | 'number' | 'sign';
  /** One of the commonest short words of some language. */
  readonly common: boolean;
  /** A sentence may end in it. */
  readonly stop: boolean;
  /** It ends in a comma, a colon or the like. */
  readonly comma: boolean;
}

const TOKEN = /\S+/g;
const STOP = /[.!?…。！？।؟۔][\p{Pe}\p{Pf}\p{Pi}"'”’»]*$/u;
const UNSPACED_STOP = /[。！？][\p{Pe}\p{Pf}"'”’]*(?=\S)/gu;
const COMMA = /[,;:،؛、：][\p{Pe}\p{Pf}"'”’»]*$/u;
// `A.`, `U.S.`, `Mr.`, `zB.`: a name or a word goes on behind it.
const ABBREVIATION = /^[\p{P}]*(?:\p{Lu}|(?:\p{L}\.)+\p{L}|\p{Lu}\p{L}{1,2})\.$/u;
const LEADING = /^[\p{P}\p{S}]+/u;
const TRAILING = /[\p{P}\p{S}]+$/u;
const UPPER = /^\p{Lu}/u;
const DIGIT = /^\p{N}/u;
const LETTER = /^\p{L}/u;

/** Where sentences begin behind an end mark of a script that sets no space there. */
export function sentenceStarts(text: string): number[] {
  return [...text.matchAll(UNSPACED_STOP)].map(({ index, 0: marks }) => index + marks.length);
}

/** The words of a line, parted by white space and at other places (offsets) where one ends. */
export function tokensIn(text: string, places: readonly number[]): Token[] {
  const seams = places.toSorted((a, b) => a - b);
  const tokens: Token[] = [];
  let seam = 0;
  for (const match of text.matchAll(TOKEN)) {
    const end = match.index + match[0].length;
    let from = match.index;
    while (seam < seams.length && seams[seam]! <= from) seam += 1;
    for (; seam < seams.length && seams[seam]! < end; seam++) {
      tokens.push(tokenOf(text, from, seams[seam]!));
      from = seams[seam]!;
    }
    tokens.push(tokenOf(text, from, end));
  }
  return tokens;
}

function tokenOf(text: string, start: number, end: number): Token {
  const raw = text.slice(start, end);
  const word = raw.replace(LEADING, '').replace(TRAILING, '');
  const common = word.length <= MAX_COMMON && isFunctionWord(word.toLowerCase());
  const stop = STOP.test(raw) && !ABBREVIATION.test(raw);
  return { start, end, kind: kindOf(word), common, stop, comma: COMMA.test(raw) };
}

/** UTF-16 units: no function word is longer (set by hand). */
const MAX_COMMON = 12;

function kindOf(word: string): Token['kind'] {
  if (UPPER.test(word)) return 'upper';
  if (startsSmall(word)) return 'lower';
  if (DIGIT.test(word)) return 'number';
  return LETTER.test(word) ? 'caseless' : 'sign';
}
