import type { DefaultTreeAdapterTypes } from 'parse5';
import type { Element } from '../../../document/document.ts';
import { namesPart } from '../../../recognize/class-names.ts';
import { UNSEEN } from '../../parse/tags.ts';

/** An element of the parser's tree. */
export type Node = DefaultTreeAdapterTypes.Element;

const NAMING = new Set(['class', 'id', 'role', 'itemprop', 'data-testid', 'data-component', 'rel']);
const HIDING_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const isHiding = namesPart('hidden');
const isShownWhenWide = namesPart('shown-when-wide');
// What React streams into the page to be put in its place by script.
const STREAMED = /^s:[0-9a-f]+$/i;
// Panels that a reader opens: accordions and tabs (WAI-ARIA Authoring Practices).
const PANELS: ReadonlySet<string> = new Set(['region', 'tabpanel']);

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

/** Whether a browser would not show the element's text, nor a reader open it. */
export function isHidden(node: Node, element: Element): boolean {
  if (UNSEEN.has(node.tagName)) return true;
  const { words } = element;
  if (words !== '' && isHiding(words) && !isShownWhenWide(words)) return true;
  for (const { name, value } of node.attrs) {
    if (name === 'aria-hidden' && value === 'true' && node.childNodes.length <= 1) return true;
    const hides =
      (name === 'hidden' && value !== 'until-found') ||
      (name === 'style' && HIDING_STYLE.test(value));
    if (hides) return !isShownByScript(node);
  }
  return false;
}

/** Whether no browser ever shows the element's text, whatever scripts do. */
export function isUnseen({ tagName }: Node): boolean {
  return UNSEEN.has(tagName);
}

function isShownByScript(node: Node): boolean {
  return PANELS.has(attribute(node, 'role') ?? '') || STREAMED.test(attribute(node, 'id') ?? '');
}
