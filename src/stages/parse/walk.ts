import type { TreeNode } from '../../document/tree.ts';
import { UNREAD } from './tags.ts';

/** What is done with the nodes of a tree on the way; `State` is what an element hands down to its children. */
export interface Visitor<State> {
  /** An element whose children come next; gives what they are handed. */
  enter(element: TreeNode, outer: State): State;
  /** The same element behind its last child. */
  leave?(element: TreeNode, outer: State, inner: State): void;
  /**
   * A text node.
   *
   * @param ordinal its number in the page, from 0: the `node` of an article's `at`.
   */
  text(node: TreeNode, ordinal: number, around: State): void;
  /** An element that is never read (`UNREAD`): it is not entered, and its text nodes have no ordinals. */
  unread?(element: TreeNode, outer: State): void;
}

/**
 * Walks a tree in the order of the page. The only walk that counts text nodes: every stage that names one by its
 * ordinal goes through here. Iterative, so that depth costs no stack.
 *
 * @param state what the root hands down.
 */
export function walkTree<State>(root: TreeNode, state: State, visitor: Visitor<State>): void {
  const outers: State[] = [];
  let around = state;
  let ordinal = 0;
  let node = root.firstChild;
  while (node !== null) {
    if (node.kind === 'text') visitor.text(node, ordinal++, around);
    else if (node.kind === 'element' && UNREAD.has(node.tagName)) visitor.unread?.(node, around);
    else if (node.kind === 'element') {
      outers.push(around);
      around = visitor.enter(node, around);
      if (node.firstChild !== null) {
        node = node.firstChild;
        continue;
      }
      const outer = outers.pop()!;
      visitor.leave?.(node, outer, around);
      around = outer;
    }
    let next: TreeNode | null = node.nextSibling;
    for (let up = node.parentNode; next === null && up !== null && up !== root; ) {
      const outer = outers.pop()!;
      visitor.leave?.(up, outer, around);
      around = outer;
      next = up.nextSibling;
      up = up.parentNode;
    }
    node = next;
  }
}
