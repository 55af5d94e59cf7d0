import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { UNREAD } from './tags.ts';

/** A node of parse5's default tree. */
export type Node = DefaultTreeAdapterTypes.Node;
/** An element of parse5's default tree. */
export type ElementNode = DefaultTreeAdapterTypes.Element;

/** A page's tree, for what the blocks do not hold: markup, links, pictures. */
export function parseTree(html: string): Node {
  return parse(html, { scriptingEnabled: false });
}

/**
 * Walks a tree in the order of the page, without what is never read (scripts, styles, templates).
 *
 * @param visit.enter what the element hands down to its children.
 * @param visit.text gets each text node's ordinal, the same that an article's `at.node` has.
 */
export function walkTree<State>(
  root: Node,
  state: State,
  visit: {
    readonly enter: (element: ElementNode, outer: State) => State;
    readonly leave?: (element: ElementNode, inner: State) => void;
    readonly text: (value: string, ordinal: number, around: State, parent: Node | null) => void;
  },
): void {
  const steps: { readonly node: Node; readonly state: State; readonly leaves?: true }[] = [
    { node: root, state },
  ];
  let ordinal = 0;
  for (let step = steps.pop(); step; step = steps.pop()) {
    const { node } = step;
    if (step.leaves) {
      if ('tagName' in node) visit.leave?.(node, step.state);
      continue;
    }
    if ('value' in node) visit.text(node.value, ordinal++, step.state, node.parentNode);
    if (!('childNodes' in node) || UNREAD.has(node.nodeName)) continue;
    const inner = 'tagName' in node ? visit.enter(node, step.state) : step.state;
    if (visit.leave && 'tagName' in node) steps.push({ node, state: inner, leaves: true });
    for (let i = node.childNodes.length - 1; i >= 0; i--) {
      steps.push({ node: node.childNodes[i]!, state: inner });
    }
  }
}
