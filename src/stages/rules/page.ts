import type { Block, Positions } from '../../document/document.ts';
import { fromSource } from '../../document/edits.ts';
import { nodesOf } from '../../document/text-nodes.ts';
import type { TreeNode } from '../../document/tree.ts';
import { walkTree } from '../parse/walk.ts';
import { createElementTest, type ElementTest, TooCostly } from './selectors.ts';
import { type Hit, joined, type Stretch } from './stretches.ts';

/**
 * What selectors say of each text node of a page: the innermost element that one names decides, the first
 * of the rules where several name it. A selector that takes too much work is left out and named.
 */
export function hitsByNode(
  tree: TreeNode,
  rules: readonly Hit[],
): { hits: ReadonlyMap<number, Hit>; costly: string[] } {
  let nodes = 0;
  const count = () => {
    nodes += 1;
  };
  walkTree(tree, undefined, { enter: count, text: count });
  const costly: string[] = [];
  let tests = rules.map((rule) => ({ rule, test: createElementTest(rule.pattern, nodes) }));
  const matches = (rule: Hit, test: ElementTest, element: TreeNode): boolean => {
    try {
      return test(element);
    } catch (error) {
      if (!(error instanceof TooCostly)) throw error;
      costly.push(rule.pattern);
      tests = tests.filter((other) => other.rule !== rule);
      return false;
    }
  };
  const hits = new Map<number, Hit>();
  walkTree<Hit | null>(tree, null, {
    enter: (element, outer) =>
      tests.find(({ rule, test }) => matches(rule, test, element))?.rule ?? outer,
    text: (_node, ordinal, hit) => {
      if (hit) hits.set(ordinal, hit);
    },
  });
  for (const [ordinal, { pattern }] of hits) if (costly.includes(pattern)) hits.delete(ordinal);
  return { hits, costly };
}

/** The stretches of a block by what selectors say of its text nodes. */
export function stretchesOf(
  block: Block,
  positions: Positions,
  hits: ReadonlyMap<number, Hit>,
): Stretch[] {
  const { copy } = block;
  const whole = { start: 0, end: copy.text.length };
  if (hits.size === 0 || positions.unit === 'line') return [{ ...whole, hit: null }];
  const parts = nodesOf(block, positions).map(({ node, start, end }) => ({
    start: fromSource(copy, start),
    end: fromSource(copy, end),
    hit: hits.get(node) ?? null,
  }));
  // What was edited into the edges belongs to the first and the last node.
  return joined(
    parts.map((part, i) => ({
      ...part,
      start: i === 0 ? 0 : part.start,
      end: i === parts.length - 1 ? copy.text.length : part.end,
    })),
  );
}
