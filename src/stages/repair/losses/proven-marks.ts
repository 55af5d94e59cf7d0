import { isMark, NO_BREAK_SPACE, RIGHT_QUOTE, SPACE } from '../text/characters.ts';

/** Opening quotation marks and what closes each in English and most other languages: “ ‘ «. */
const CLOSING: ReadonlyMap<number, number> = new Map([
  [0x201c, 0x201d],
  [0x2018, RIGHT_QUOTE],
  [0xab, 0xbb],
]);
/** ! , . ? behind which no other mark stands than what closes a quotation. */
const STOPS: ReadonlySet<number> = new Set([0x21, 0x2c, 0x2e, 0x3f]);
/** Code points to each side in which the other end of a quotation is looked for, so that the work stays linear. Set by hand. */
const LONGEST_QUOTATION = 1000;

/**
 * The mark that the text around a lost one proves: an apostrophe between two letters, or the only thing that can close a
 * quotation; null where it proves none. Marks are put by rules, so what the model likes best says nothing.
 *
 * @param isLost whether the character at a place is lost and perhaps a mark
 */
export function provenMark(
  codes: readonly number[],
  at: number,
  isLost: (place: number) => boolean,
): number | null {
  if (isLetter(codes[at - 1]) && isLetter(codes[at + 1])) return RIGHT_QUOTE;
  if (!mayClose(codes, at)) return null;
  const from = openingBefore(codes, at, isLost);
  const closing = from < 0 ? undefined : CLOSING.get(codes[from]!);
  if (closing === undefined) return null;
  const isBehindStop = STOPS.has(codes[at - 1]!);
  const end = Math.min(codes.length, at + LONGEST_QUOTATION);
  for (let i = at + 1; i < end && (isLost(i) || codes[i] !== codes[from]); i++) {
    const isRival = isLost(i) ? mayClose(codes, i) && !isBehindStop : codes[i] === closing;
    if (isRival) return null;
  }
  return closing;
}

/** The opening mark before a place behind which nothing closes, -1 for none. */
function openingBefore(
  codes: readonly number[],
  at: number,
  isLost: (place: number) => boolean,
): number {
  const first = Math.max(0, at - LONGEST_QUOTATION);
  for (let i = at - 1; i >= first; i--) {
    if (isLost(i)) {
      if (mayClose(codes, i)) return -1;
      continue;
    }
    if (CLOSING.has(codes[i]!)) return i;
    const isApostrophe = isLetter(codes[i - 1]) && isLetter(codes[i + 1]);
    if (isQuote(codes[i]!) && !isApostrophe) return -1;
  }
  return -1;
}

function isQuote(code: number): boolean {
  return code === 0xbb || (isMark(code) && code >= 0x2018 && code < 0x2020);
}

/** Whether a place is behind a word or a mark, and no word follows. */
function mayClose(codes: readonly number[], at: number): boolean {
  const before = codes[at - 1] ?? SPACE;
  return before !== SPACE && before !== NO_BREAK_SPACE && !isLetter(codes[at + 1]);
}

const LETTER = /[\p{L}\p{N}]/u;

function isLetter(code: number | undefined): boolean {
  return code !== undefined && LETTER.test(String.fromCodePoint(code));
}
