import { createRequire } from 'node:module';
import type { Options } from 'css-select';
import type { TreeNode } from '../../document/tree.ts';

/** Whether an element is one that a selector names. */
export type ElementTest = (element: TreeNode) => boolean;

type Adapter = NonNullable<Options<TreeNode, TreeNode>['adapter']>;

/** A selector took more work on a page than it may. */
export class TooCostly extends Error {
  override readonly name = 'TooCostly';
}

/** UTF-16 units; set by hand, a list of some forty classes. */
const MAX_SELECTOR_LENGTH = 1000;
// A step is a look at a node or an attribute. A common selector looks at an element's ancestors once: on most pages
// that is under 30 steps a node. Set by hand: what is allowed takes some hundredths of a second on a page.
const STEPS_PER_NODE = 200;
const LEAST_STEPS = 1_000_000;

// css-what takes `a >` for a selector and css-select then finds nothing by it.
const DANGLING = /[>+~]\s*(?:,|$)/;

const requireModule = createRequire(import.meta.url);

/**
 * A test for one page and one CSS selector (css-select). `:has`, `~` and nested lists can take time that
 * grows with the square of the page, so the steps are counted.
 *
 * @param nodes how many nodes the page has.
 * @returns a test that throws `TooCostly` when its steps are used up.
 * @throws {Error} when it is no selector.
 */
export function createElementTest(selector: string, nodes: number): ElementTest {
  let left = Math.max(LEAST_STEPS, nodes * STEPS_PER_NODE);
  const step = () => {
    left -= 1;
    if (left < 0) throw new TooCostly(selector);
  };
  return compile(selector, step);
}

/** What was expected of a selector that cannot be used; null when it can. */
export function selectorProblem(selector: string): string | null {
  if (selector.trim() === '') return 'a CSS selector';
  if (selector.length > MAX_SELECTOR_LENGTH) {
    return `a CSS selector of at most ${MAX_SELECTOR_LENGTH} characters`;
  }
  if (DANGLING.test(selector)) return 'a CSS selector with an element behind each >, + and ~';
  try {
    compile(selector, () => undefined);
    return null;
  } catch (error) {
    return `a CSS selector (${error instanceof Error ? error.message : error})`;
  }
}

/**
 * How css-select reads the tree. Each look at a node counts as a step; children are gathered once a node, since
 * css-select asks for the siblings of each element that it compares.
 */
function adapterOf(step: () => void): Adapter {
  const gathered = new Map<TreeNode, TreeNode[]>();
  const childrenOf = (node: TreeNode): TreeNode[] => {
    let children = gathered.get(node);
    if (children === undefined) {
      children = [];
      for (let child = node.firstChild; child !== null; child = child.nextSibling) {
        children.push(child);
      }
      gathered.set(node, children);
    }
    return children;
  };
  const attributeOf = (element: TreeNode, name: string): string | undefined => {
    for (const attribute of element.attrs) {
      step();
      if (attribute.name === name) return attribute.value;
    }
    return undefined;
  };
  const parentOf = (node: TreeNode): TreeNode | null => {
    step();
    return node.parentNode;
  };
  const textOf = (node: TreeNode): string => {
    let text = '';
    const open = [node];
    for (let next = open.pop(); next; next = open.pop()) {
      step();
      text += next.value;
      for (let child = next.lastChild; child !== null; child = child.previousSibling) {
        open.push(child);
      }
    }
    return text;
  };
  return {
    isTag: (node): node is TreeNode => {
      step();
      return node.kind === 'element';
    },
    getName: (element) => element.tagName,
    getAttributeValue: attributeOf,
    hasAttrib: (element, name) => attributeOf(element, name) !== undefined,
    getChildren: childrenOf,
    getParent: parentOf,
    getSiblings: (node) => {
      const parent = parentOf(node);
      return parent ? childrenOf(parent) : [node];
    },
    getText: textOf,
    removeSubsets: (nodes) => nodes,
    equals: (a, b) => {
      step();
      return a === b;
    },
  };
}

// Loaded only where there are selectors, since it takes as long as a small article does.
function compile(selector: string, step: () => void): ElementTest {
  const { compile: select } = requireModule('css-select') as typeof import('css-select');
  return select<TreeNode, TreeNode>(selector, { adapter: adapterOf(step) });
}
