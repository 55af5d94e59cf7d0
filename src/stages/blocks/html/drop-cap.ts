import type { Element } from '../../../document/document.ts';

// A quotation mark may stand before it.
const INITIAL = /^[„“«"'‘»¿¡]?\s?\p{Lu}$/u;
const GOES_ON = /^\s*(?:\p{Ll}|[’']\p{L})/u;

/** UTF-16 units: a letter of any plane, a quotation mark and a space. */
const MAX_LENGTH = 4;

/** Whether all of a text is one capital letter, as the initial of a paragraph that is set in large type. */
export function isInitial(text: string): boolean {
  return text.length <= MAX_LENGTH && INITIAL.test(text.trim());
}

/** Whether an element stands in a cell: a letter there is a column's or a row's name. */
export function isInCell(element: Element): boolean {
  for (let e: Element | null = element; e !== null; e = e.parent)
    if (e.tag === 'td' || e.tag === 'th') return true;
  return false;
}

/** Whether a text goes on with a word that an initial has begun. */
export function goesOnWord(text: string): boolean {
  return GOES_ON.test(text);
}
