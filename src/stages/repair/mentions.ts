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
const LETTER = /\p{L}/u;
const NEAR = 16;
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
  if (standsBeside(text, offset, end, replacement)) return 'quoted';
  const opened = OPENING.test(before) && SPACE.test(text[end] ?? '');
  const closed = CLOSING.test(after) && SPACE.test(text[offset - 1] ?? '');
  return opened || closed ? 'alone' : 'used';
}

/** Whether what a mark stands for is said just before or after it, and no letter touches the mark. */
function standsBeside(text: string, offset: number, end: number, replacement: string): boolean {
  if (LETTER.test(text[offset - 1] ?? '') || LETTER.test(text[end] ?? '')) return false;
  if (!LETTER.test(replacement)) return false;
  return [text.slice(Math.max(0, offset - NEAR), offset), text.slice(end, end + NEAR)].some(
    (near) => {
      const at = near.indexOf(replacement);
      const after = near[at + replacement.length] ?? '';
      return at >= 0 && !LETTER.test(near[at - 1] ?? '') && !LETTER.test(after);
    },
  );
}

/** The character at a place, or the one beyond it when a space stands there. */
function beside(text: string, at: number, step: number): string {
  const found = text[at] ?? '';
  return SPACE.test(found) ? (text[at + step] ?? '') : found;
}
