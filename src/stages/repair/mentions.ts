import type { Edit } from '../../document.ts';

const OPENING = /[«“„‘"'`([<‹「『]/;
const CLOSING = /[»”“’"'`)\]>›」』]/;
const PARTNERS: Readonly<Record<string, string>> = {
  '«': '»',
  '“': '”',
  '„': '“”',
  '‘': '’',
  '"': '"',
  "'": "'",
  '`': '`',
  '(': ')',
  '[': ']',
  '<': '>',
  '‹': '›',
  '「': '」',
  '『': '』',
};
/** What may well stand between a quotation mark and the next one. */
const PAIRED = /[‘’“”]{2}|[?!]/;
const FEW = 6;

/**
 * Whether all that would be repaired in an article is quoted there: an article about garbled text shows
 * a garbled mark between quotes or brackets, alone there.
 */
export function onlyMentions(
  texts: readonly string[],
  edits: readonly (readonly Edit[])[],
): boolean {
  const count = edits.reduce((sum, list) => sum + list.length, 0);
  if (count === 0 || count > FEW) return false;
  return edits.every((list, i) => list.every((edit) => isMention(texts[i]!, edit)));
}

function isMention(text: string, { offset, length, replacement }: Edit): boolean {
  const before = text[offset - 1] ?? '';
  const after = text[offset + length] ?? '';
  if (!OPENING.test(before) || !CLOSING.test(after) || text.length <= length + 2) return false;
  return PARTNERS[before]?.includes(after) === true && !PAIRED.test(replacement);
}
