import type { Edit } from '../../../document/document.ts';
import { applyEdits } from '../../../document/edits.ts';

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
/** What stands between a mark and what it stands for in lists and tables, at the start and at the end of a text. */
const EQUALS = /^\s*(?:[|→⇒=:]|[-=]>)\s*/;
const EQUALS_AT_END = /\s*(?:[|→⇒=:]|[-=]>)\s*$/;
/** What ends a cell of a table, and what begins one. */
const CELL_END = /^(?:\s*$| {2}|\t| ?\|)/;
const CELL_START = /(?:^\s*| {2}|\t|\| ?)$/;
/** What nobody writes alone: a letter, a quotation mark. */
const MEANINGLESS = /^[\p{L}‘’“”]$/u;
// The limits below are set by hand on articles about garbled text (test/stages/repair/cases/articles-about.json).

/** UTF-16 units around a mark in which what it stands for is looked for. */
const NEAR = 16;
/** Doubtful mentions that an article about garbled text has at most. */
const FEW = 6;
/** An article with more edits is damaged, and not about damage. */
const MANY = 100;
/** An article with more damage of its own is damaged, whatever it quotes. */
const MOST_USED = 3;
/** UTF-16 units that a quotation may reach from a mark. */
const QUOTATION = 60;
/** UTF-16 units from a quotation within which it may stand once more as it should be. */
const BESIDE = 200;

/** How a mark stands in its text: beside what it stands for, between quotes, alone between spaces with a quote on one side, alone in a line or cell, or used. */
type Kind = 'shown' | 'quoted' | 'alone' | 'cell' | 'used';

/**
 * The edits of an article without those of what it only quotes: an article about garbled text shows a garbled
 * mark between quotes or brackets, alone there, or beside what it stands for, or lists them. Where nothing else
 * would be repaired, one such shows what others, that stand alone beside a quote or in a cell, are; where
 * no more is than is quoted, what stands beside what it stands for shows that others between quotes are quoted.
 */
export function withoutMentions(
  texts: readonly string[],
  edits: readonly (readonly Edit[])[],
): readonly (readonly Edit[])[] {
  if (edits.reduce((sum, list) => sum + list.length, 0) > MANY) return edits;
  const kinds: Kind[][] = edits.map(() => []);
  let used = 0;
  for (const [i, list] of edits.entries()) {
    for (const edit of list) {
      const kind = mentionKindOf(texts[i]!, edit, list);
      kinds[i]!.push(kind);
      if (kind === 'used') used += 1;
      if (used > MOST_USED) return edits;
    }
  }
  const all = kinds.flat();
  if (used === 0) return onlyMentions(edits.flat(), all) ? edits.map(() => []) : edits;
  if (!all.includes('shown') || used > all.filter(isQuotation).length) return edits;
  return edits.map((list, i) => list.filter((_, k) => !isQuotation(kinds[i]![k]!)));
}

function isQuotation(kind: Kind): boolean {
  return kind === 'shown' || kind === 'quoted';
}

/** Whether edits of which none is of what is used are all of what is quoted. */
function onlyMentions(edits: readonly Edit[], kinds: readonly Kind[]): boolean {
  const doubtful = kinds.filter((kind) => kind === 'quoted' || kind === 'alone').length;
  if (doubtful > FEW) return false;
  if (kinds.some(isQuotation)) return true;
  const listed = edits.filter((_, i) => kinds[i] === 'cell').map(({ replacement }) => replacement);
  return new Set(listed).size > 1 && listed.some((mark) => MEANINGLESS.test(mark));
}

function mentionKindOf(text: string, edit: Edit, all: readonly Edit[]): Kind {
  const { offset, length, replacement } = edit;
  const end = offset + length;
  if (isShown(text, edit) || isSaidRight(text, edit, all)) return 'shown';
  if (PAIRED.test(replacement)) return 'used';
  const isMark = [...replacement].length <= 1;
  const whole = text.length <= length + 2;
  const inCell = CELL_START.test(text.slice(0, offset)) && CELL_END.test(text.slice(end));
  if (isMark && inCell) return 'cell';
  if (whole) return 'used';
  const before = beside(text, offset - 1, -1);
  const after = beside(text, end, 1);
  if (after !== '' && PARTNERS[before]?.includes(after) === true) return 'quoted';
  const opened = OPENING.test(before) && SPACE.test(text[end] ?? '');
  const closed = CLOSING.test(after) && SPACE.test(text[offset - 1] ?? '');
  return opened || closed ? 'alone' : 'used';
}

/** Whether what a mark stands for is said just before or after it, and no letter touches the mark. */
function isShown(text: string, { offset, length, replacement }: Edit): boolean {
  const end = offset + length;
  if (LETTER.test(text[offset - 1] ?? '') || LETTER.test(text[end] ?? '')) return false;
  const before = text.slice(Math.max(0, offset - NEAR), offset);
  const after = text.slice(end, end + NEAR);
  if (LETTER.test(replacement)) return holds(before, replacement) || holds(after, replacement);
  const said = EQUALS_AT_END.exec(before);
  if (said && before.slice(0, said.index).endsWith(replacement)) return true;
  const says = EQUALS.exec(after);
  return says !== null && after.startsWith(replacement, says[0].length);
}

/** Whether a mark stands in a quotation that the same text holds once more as it should be: “X” instead of “Y”. */
function isSaidRight(text: string, { offset, length }: Edit, all: readonly Edit[]): boolean {
  const first = Math.max(0, offset - QUOTATION);
  for (let at = offset - 1; at >= first; at--) {
    const partners = PARTNERS[text[at]!];
    if (partners === undefined) continue;
    const end = closingAt(text, offset + length, partners);
    if (end < 0) continue;
    const inside = all.filter((edit) => edit.offset > at && edit.offset + edit.length <= end);
    const moved = inside.map((edit) => ({ ...edit, offset: edit.offset - at - 1 }));
    const right = applyEdits(text.slice(at + 1, end), moved);
    const before = text.slice(Math.max(0, at - BESIDE), at);
    const after = text.slice(end + 1, end + BESIDE);
    if (right.length > 1 && (holds(before, right) || holds(after, right))) return true;
  }
  return false;
}

function closingAt(text: string, from: number, partners: string): number {
  const last = Math.min(text.length, from + QUOTATION);
  for (let at = from; at < last; at++) if (partners.includes(text[at]!)) return at;
  return -1;
}

/** Whether a text holds another one that no letter touches. */
function holds(text: string, part: string): boolean {
  const at = text.indexOf(part);
  return at >= 0 && !LETTER.test(text[at - 1] ?? '') && !LETTER.test(text[at + part.length] ?? '');
}

/** The character at a place, or the one beyond it when a space stands there. */
function beside(text: string, at: number, step: number): string {
  const found = text[at] ?? '';
  return SPACE.test(found) ? (text[at + step] ?? '') : found;
}
