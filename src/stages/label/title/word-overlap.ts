import type { LabelledLine } from '../labelled-line.ts';

/** Lines of the body in which a title's words are looked for; a title's words come early. */
const BODY_LINES = 40;
/** Words; see overlapOf. */
const FEW_WORDS = 3;
/** Letters of a word that tells a subject. */
const MIN_WORD = 4;
const UNSPACED =
  /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]$/u;
/** UTF-16 units of a character. */
const MAX_UNITS = 2;

/** How many of the body's first lines hold each word. */
export function bodyWords(
  lines: readonly LabelledLine[],
  isBody: readonly boolean[],
): Map<string, number> {
  const counts = new Map<string, number>();
  let seen = 0;
  for (let i = 0; i < lines.length && seen < BODY_LINES; i++) {
    if (!isBody[i]) continue;
    seen += 1;
    for (const word of subjectWords(lines[i]!.line.key)) {
      counts.set(word, (counts.get(word) ?? 0) + 1);
    }
  }
  return counts;
}

/** The share of a line's words that other lines of the body hold; of one or two words less, since they are held by chance. */
export function overlapOf(
  key: string,
  words: ReadonlyMap<string, number>,
  isBody: boolean,
): number {
  const all = subjectWords(key);
  let found = 0;
  for (const word of all) if ((words.get(word) ?? 0) > (isBody ? 1 : 0)) found += 1;
  return found / Math.max(all.size, FEW_WORDS);
}

/** The longer words of a line's key; pairs of characters where a script has no spaces. */
function subjectWords(key: string): ReadonlySet<string> {
  const words = new Set<string>();
  let before = '';
  for (const token of key.split(' ')) {
    const isUnspaced = token.length <= MAX_UNITS && UNSPACED.test(token);
    if (isUnspaced && before !== '') words.add(before + token);
    else if (!isUnspaced && token.length >= MIN_WORD) words.add(token);
    before = isUnspaced ? token : '';
  }
  return words;
}
