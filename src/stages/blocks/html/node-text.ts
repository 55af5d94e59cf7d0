import type { TreeNode } from '../../../document/tree.ts';
import { UNREAD } from '../../parse/tags.ts';

/** Nodes inside an element that are looked at, so that depth and size cost no quadratic time. Set by hand. */
const MOST_NODES = 60;

/** The beginning of an element's text: all that stands in its first nodes, parts set apart by a space. */
export function textStart(node: TreeNode, units: number): string {
  let text = '';
  let next = node.firstChild;
  for (let seen = 0; next !== null && seen < MOST_NODES && text.length < units; seen++) {
    let inside: TreeNode | null = null;
    if (next.kind === 'text') text += next.value;
    else if (next.kind === 'element' && !UNREAD.has(next.tagName)) {
      text += ' ';
      inside = next.firstChild;
    }
    next = inside ?? nodeBehind(next, node);
  }
  return text.trim();
}

/** The node behind this one and all that it holds, inside `root`. */
export function nodeBehind(node: TreeNode, root: TreeNode): TreeNode | null {
  let at: TreeNode | null = node;
  while (at !== null && at !== root && at.nextSibling === null) at = at.parentNode;
  return at === null || at === root ? null : at.nextSibling;
}

/** The element before or behind a node, with nothing but white space between them; null where there is none. */
export function besideElement(node: TreeNode, side: 'before' | 'behind'): TreeNode | null {
  let at = side === 'before' ? node.previousSibling : node.nextSibling;
  while (at !== null && at.kind !== 'element') {
    if (at.kind === 'text' && at.value.trim() !== '') return null;
    at = side === 'before' ? at.previousSibling : at.nextSibling;
  }
  return at;
}
