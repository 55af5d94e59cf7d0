import { createRequire } from 'node:module';
import { type DefaultTreeAdapterTypes, defaultTreeAdapter } from 'parse5';

/** A node of parse5's default tree. */
export type Node = DefaultTreeAdapterTypes.Node;
/** An element of parse5's default tree. */
export type ElementNode = DefaultTreeAdapterTypes.Element;

/** Whether an element is one that a selector names. */
export type ElementTest = (element: ElementNode) => boolean;

/** A selector took more work on a page than it may. */
export class TooCostly extends Error {
  override readonly name = 'TooCostly';
}

const MAX_SELECTOR_LENGTH = 1000;
// A common selector looks at an element's ancestors once: on most pages that is under 30 steps a node.
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

// Loaded only where there are selectors, since it takes as long as a small article does.
function compile(selector: string, step: () => void): ElementTest {
  const { compile: select } = requireModule('css-select') as typeof import('css-select');
  const { isElementNode, getTagName } = defaultTreeAdapter;
  const childrenOf = (node: Node): Node[] => ('childNodes' in node ? node.childNodes : []);
  const isTag = (node: Node): node is ElementNode => {
    step();
    return isElementNode(node);
  };
  const attributeOf = (element: ElementNode, name: string): string | undefined => {
    for (const attribute of element.attrs) {
      step();
      if (attribute.name === name) return attribute.value;
    }
    return undefined;
  };
  const parentOf = (node: Node): Node | null => {
    step();
    return 'parentNode' in node ? node.parentNode : null;
  };
  const textOf = (node: Node): string => {
    let text = '';
    const open = [node];
    for (let next = open.pop(); next; next = open.pop()) {
      step();
      if ('value' in next) text += next.value;
      const children = childrenOf(next);
      for (let i = children.length - 1; i >= 0; i--) open.push(children[i]!);
    }
    return text;
  };
  return select<Node, ElementNode>(selector, {
    adapter: {
      isTag,
      getName: getTagName,
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
    },
  });
}
