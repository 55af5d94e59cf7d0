import type { Element } from '../../../document/document.ts';
import { attribute, type TreeNode } from '../../../document/tree.ts';
import { namesPart } from '../../../recognize/class-names.ts';
import { detached } from '../../../text/detached.ts';
import { UNSEEN } from '../../parse/tags.ts';
import { isPartOfInitial } from './drop-cap.ts';
import { isOpenable, isPanelOpener, restBehind } from './panels.ts';
import { isSignLink } from './sign-links.ts';

const HIDING_STYLE = /display\s*:\s*none|visibility\s*:\s*hidden/i;
const isHiding = namesPart('hidden');
const isShownWhenWide = namesPart('shown-when-wide');
// What React streams into the page to be put in its place by script.
const STREAMED = /^s:[0-9a-f]+$/i;
// Panels that a reader opens: accordions and tabs (WAI-ARIA Authoring Practices).
const PANELS: ReadonlySet<string> = new Set(['region', 'tabpanel']);

/** What later stages may know of an element. */
export function elementOf(node: TreeNode, ordinal: number, parent: Element | null): Element {
  const { tagName, attrs } = node;
  let words = '';
  for (let i = 0; i < attrs.length; i++) {
    const { name, value } = attrs[i]!;
    if (isNaming(name)) words = words === '' ? value : `${words} ${value}`;
  }
  const lower = detached(words.toLowerCase());
  // The heading of a panel is one, whatever element opens it.
  const tag = tagName === 'button' && isPanelOpener(node, lower) ? 'summary' : tagName;
  return { tag, words: lower, ordinal, parent };
}

/** Whether an attribute's words tell what an element is. */
function isNaming(name: string): boolean {
  switch (name) {
    case 'class':
    case 'id':
    case 'role':
    case 'itemprop':
    case 'data-testid':
    case 'data-component':
    case 'rel':
      return true;
    default:
      return false;
  }
}

/** Whether a browser would not show the element's text, nor a reader open it. */
export function isHidden(node: TreeNode, element: Element): boolean {
  if (UNSEEN.has(node.tagName) || isSignLink(node)) return true;
  const { words } = element;
  const rest = restBehind(node, words);
  // What is hidden itself says that the dots are seen.
  if (rest !== null) return !isHidden(rest, elementOf(rest, 0, null));
  if (words !== '' && isHiding(words) && !isShownWhenWide(words)) return !isOpenable(node, words);
  for (const { name, value } of node.attrs) {
    if (name === 'aria-hidden' && value === 'true' && node.firstChild === node.lastChild)
      return !isPartOfInitial(node) && !isOpenable(node, words);
    const hides =
      (name === 'hidden' && value !== 'until-found') ||
      (name === 'style' && HIDING_STYLE.test(value));
    if (hides) return !isShownByScript(node) && !isOpenable(node, words);
  }
  return false;
}

/** Whether no browser ever shows the element's text, whatever scripts do. */
export function isUnseen({ tagName }: TreeNode): boolean {
  return UNSEEN.has(tagName);
}

function isShownByScript(node: TreeNode): boolean {
  return PANELS.has(attribute(node, 'role') ?? '') || STREAMED.test(attribute(node, 'id') ?? '');
}
