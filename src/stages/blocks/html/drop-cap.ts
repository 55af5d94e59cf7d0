import type { Element } from '../../../document/document.ts';
import { attribute, type TreeNode } from '../../../document/tree.ts';
import { textStart } from './node-text.ts';

// A quotation mark may stand before it.
const INITIAL = /^[„“«"'‘»¿¡]?\s?\p{Lu}$/u;
const GOES_ON = /^\s*(?:\p{Ll}|[’']\p{L})/u;
const GLUED = /^(?:\p{Ll}|[’']\p{L})/u;

/** UTF-16 units: a letter of any plane, a quotation mark and a space. */
const MAX_LENGTH = 4;
/** UTF-16 units: the word that an initial begins, as one for screen readers has it. Set by hand. */
const MAX_WORD = 40;
/** Elements on either side that hold the initial, the rest of its word and the word for screen readers. */
const BESIDE = 2;

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

/** The initial that a picture at a paragraph's start shows (`<img alt="T">he pool`); null where it shows none. */
export function pictureInitial(node: TreeNode): string | null {
  if (node.tagName !== 'img') return null;
  const initial = attribute(node, 'alt')?.trim() ?? '';
  return isInitial(initial) && GLUED.test(textBehind(node)) ? initial : null;
}

/**
 * Whether an element that is hidden from screen readers is a part of a word that they are given whole: the initial or
 * what is behind it. Others see it.
 */
export function isPartOfInitial(node: TreeNode): boolean {
  const text = textStart(node, MAX_WORD);
  if (text === '' || text.length >= MAX_WORD) return false;
  if (isInitial(text) && GLUED.test(textBehind(node))) return true;
  const beside = [...elementsBeside(node, 'before'), ...elementsBeside(node, 'behind')];
  const others = beside.map((other) => textStart(other, MAX_WORD));
  const [initials, rests] = isInitial(text) ? [[text], others] : [others.filter(isInitial), [text]];
  return initials.some((initial) => rests.some((rest) => others.includes(initial + rest)));
}

/** The text right behind an element, elements left out that may be one for screen readers. */
function textBehind(node: TreeNode): string {
  let at = node.nextSibling;
  for (let i = 0; at?.kind === 'element' && i < BESIDE; i++) at = at.nextSibling;
  return at?.kind === 'text' ? at.value : '';
}

function elementsBeside(node: TreeNode, side: 'before' | 'behind'): TreeNode[] {
  const found: TreeNode[] = [];
  let at: TreeNode | null = node;
  while (found.length < BESIDE) {
    at = side === 'before' ? at.previousSibling : at.nextSibling;
    if (at?.kind !== 'element') break;
    found.push(at);
  }
  return found;
}
