const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const UNSPACED = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]/u;
// Set by hand. They choose which elements a diff pairs up, and nothing else.
/** Share of the shorter one's words that both have, 0 to 1. */
const LEAST = 0.5;
/** The same share of the longer one's words, so that one word in common with a page makes no pair. */
const LEAST_OF_LONGER = 0.25;

/** Whether two elements of a list are so alike that one was made from the other. */
export function alike(expected: unknown, actual: unknown): boolean {
  const first = wordsOf(expected);
  const second = wordsOf(actual);
  const size = Math.max(first.size, second.size);
  if (size === 0) return true;
  let shared = 0;
  for (const word of first) if (second.has(word)) shared += 1;
  return shared >= Math.min(first.size, second.size) * LEAST && shared >= size * LEAST_OF_LONGER;
}

function wordsOf(value: unknown): Set<string> {
  const words = new Set<string>();
  for (const text of mainTexts(value)) {
    for (const [word] of text.matchAll(WORD)) {
      if (UNSPACED.test(word)) for (const char of word) words.add(char);
      else words.add(word.toLowerCase());
    }
  }
  return words;
}

/** The texts that an element is known by: its `text`, or `name`, or else all texts in it. */
function mainTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [String(value)];
  const fields = value as Readonly<Record<string, unknown>>;
  const main = fields['text'] ?? fields['name'];
  if (typeof main === 'string') return [main];
  return Object.values(fields).flatMap((field) => (typeof field === 'string' ? [field] : []));
}
