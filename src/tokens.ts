const NUMBER = /\p{Nd}[\p{Nd}.,٫٬]*(?:\s?[KkMm](?![\p{L}\p{N}]))?/gu;
// Scripts written without spaces give one token a character.
const TOKEN =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]|[\p{L}\p{M}\p{N}]+|#/gu;
const UNSPACED =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;
const SPACED_RUN = /[\p{L}\p{M}\p{N}]+|#/gu;

/**
 * The words of a line, case-folded, without punctuation; each number is `#`; Han, kana, Thai, Lao, Khmer
 * and Burmese give one token a character.
 */
export function tokensOf(line: string): string[] {
  const text = line.normalize('NFKC').toLowerCase().replace(NUMBER, ' # ');
  return text.match(UNSPACED.test(text) ? TOKEN : SPACED_RUN) ?? [];
}

// The stages ask for the keys of the same lines again and again.
const MAX_REMEMBERED = 4096;
const MAX_REMEMBERED_LENGTH = 500;
const remembered = new Map<string, string>();

/** A line's words as one string: lines that differ only in case, punctuation and numbers have the same key. */
export function keyOf(line: string): string {
  const known = remembered.get(line);
  if (known !== undefined) return known;
  const key = tokensOf(line).join(' ');
  if (line.length <= MAX_REMEMBERED_LENGTH) {
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(line, key);
  }
  return key;
}
