const NUMBER = /\p{Nd}[\p{Nd}.,٫٬]*(?:\s?[KkMm](?![\p{L}\p{N}]))?/gu;
// Scripts written without spaces give one token a character.
const TOKEN =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]|[\p{L}\p{M}\p{N}]+|#/gu;
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
const SPACED_RUN = /[\p{L}\p{M}\p{N}]+|#/gu;

/**
 * The words of a line, case-folded, without punctuation; each number is `#`; Han, kana, Thai, Lao, Khmer
 * and Burmese give one token a character.
 */
export function tokensOf(line: string): string[] {
  const text = line.normalize('NFKC').toLowerCase().replace(NUMBER, ' # ');
  return text.match(UNSPACED.test(text) ? TOKEN : SPACED_RUN) ?? [];
}

/** A line's words as one string: lines that differ only in case, punctuation and numbers have the same key. */
export function keyOf(line: string): string {
  return tokensOf(line).join(' ');
}
