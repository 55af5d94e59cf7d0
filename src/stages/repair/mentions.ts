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
const SPACE = /[ \u00a0\u202f]/;
const FEW = 6;

/**
 * Whether all that would be repaired in an article is quoted there: an article about garbled text shows
 * a garbled mark between quotes or brackets, alone there. One such shows what others, that stand alone
 * beside a quote, are.
 */
export function onlyMentions(
  texts: readonly string[],
  edits: readonly (readonly Edit[])[],
): boolean {
  const count = edits.reduce((sum, list) => sum + list.length, 0);
  if (count === 0 || count > FEW) return false;
  const kinds = edits.flatMap((list, i) => list.map((edit) => kindOf(texts[i]!, edit)));
  return kinds.includes('quoted') && !kinds.includes('used');
}

/** Whether a mark stands between quotes, alone between spaces with a quote on one side, or is used. */
function kindOf(text: string, { offset, length, replacement }: Edit): 'quoted' | 'alone' | 'used' {
  const end = offset + length;
  if (text.length <= length + 2 || PAIRED.test(replacement)) return 'used';
  const before = beside(text, offset - 1, -1);
  const after = beside(text, end, 1);
  if (after !== '' && PARTNERS[before]?.includes(after) === true) return 'quoted';
  const opened = OPENING.test(before) && SPACE.test(text[end] ?? '');
  const closed = CLOSING.test(after) && SPACE.test(text[offset - 1] ?? '');
  return opened || closed ? 'alone' : 'used';
}

/** The character at a place, or the one beyond it when a space stands there. */
function beside(text: string, at: number, step: number): string {
  const found = text[at] ?? '';
  return SPACE.test(found) ? (text[at + step] ?? '') : found;
}
