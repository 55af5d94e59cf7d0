import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Element } from '../../document.ts';
import { UNSEEN } from './tags.ts';

/** An element of the parser's tree. */
export type Node = DefaultTreeAdapterTypes.Element;

const NAMING = new Set(['class', 'id', 'role', 'itemprop', 'data-testid', 'data-component', 'rel']);
const HIDING_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const HIDING_CLASS =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-reader(?:-text|-only)?|hidden|hide|d-none|u-hidden|is-hidden)(?:\s|$)/;

/** An attribute's value, or null. */
export function attribute(node: Node, name: string): string | null {
  for (const attr of node.attrs) if (attr.name === name) return attr.value;
  return null;
}

/** What later stages may know of an element. */
export function elementOf(node: Node, ordinal: number, parent: Element | null): Element {
  let words = '';
  for (const attr of node.attrs) {
    if (NAMING.has(attr.name)) words += words === '' ? attr.value : ` ${attr.value}`;
  }
  return { tag: node.tagName, words: words.toLowerCase(), ordinal, parent };
}

/** Whether a browser would not show the element's text. */
export function isHidden(node: Node, element: Element): boolean {
  if (UNSEEN.has(node.tagName)) return true;
  if (element.words !== '' && HIDING_CLASS.test(element.words)) return true;
  for (const { name, value } of node.attrs) {
    if (name === 'hidden' && value !== 'until-found') return true;
    if (name === 'style' && HIDING_STYLE.test(value)) return true;
    if (name === 'aria-hidden' && value === 'true' && node.childNodes.length <= 1) return true;
  }
  return false;
}
