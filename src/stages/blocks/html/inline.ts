import type { TreeNode } from '../../../document/tree.ts';
import { headingLevel, INLINE, NOT_INLINE } from '../../parse/tags.ts';
import { nodeBehind } from './node-text.ts';

const LETTER = /\p{L}|\p{Nd}/u;
/** What ends a sentence right behind its last word. */
const MARK = /^\p{P}/u;
/** Nodes inside the element and siblings beside it that are looked at, so that many of them cost no quadratic time. */
const MOST_NODES = 30;
/** Elements of forms and the like that stand in sentences too (HTML Standard, phrasing content). */
const IN_SENTENCES: ReadonlySet<string> = new Set(['button', 'label', 'output', 'meter']);

/**
 * Whether an element is part of the line around it: what the HTML Standard calls inline, and, where words of the same
 * line stand beside it or it is what a heading holds, also buttons, labels and elements of the site's own making.
 */
export function isInline(node: TreeNode): boolean {
  const { tagName } = node;
  if (INLINE.has(tagName)) return true;
  const own = !NOT_INLINE.has(tagName);
  if (!own && !IN_SENTENCES.has(tagName)) return false;
  return (inSentence(node) || (!own && inHeading(node))) && holdsNoBlock(node);
}

function inHeading({ parentNode, tagName }: TreeNode): boolean {
  if (tagName !== 'button' || parentNode === null) return false;
  return headingLevel(parentNode.tagName) > 0 || parentNode.tagName === 'summary';
}

/** Words of the line stand right before and right behind it. */
function inSentence(node: TreeNode): boolean {
  return hasWords(node, 'before') && hasWords(node, 'behind');
}

function hasWords(node: TreeNode, side: 'before' | 'behind'): boolean {
  let at = side === 'before' ? node.previousSibling : node.nextSibling;
  for (let i = 0; at !== null && i < MOST_NODES; i++) {
    if (at.kind === 'text' && at.value.trim() !== '') {
      return LETTER.test(at.value) || (side === 'behind' && MARK.test(at.value));
    }
    if (at.kind === 'element' && (at.tagName === 'br' || !INLINE.has(at.tagName))) return false;
    at = side === 'before' ? at.previousSibling : at.nextSibling;
  }
  return false;
}

function holdsNoBlock(node: TreeNode): boolean {
  let at = node.firstChild;
  for (let i = 0; at !== null && i < MOST_NODES; i++) {
    if (at.kind === 'element' && !INLINE.has(at.tagName) && at.tagName !== 'svg') return false;
    at = at.firstChild ?? nodeBehind(at, node);
  }
  return at === null;
}
