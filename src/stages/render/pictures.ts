import type { LabelledBlock } from '../../document/document.ts';
import type { TreeNode } from '../../document/tree.ts';
import { isVisible } from '../../text/visible.ts';
import type { Described } from '../metadata/described.ts';
import { walkTree } from '../parse/walk.ts';
import { imageOf } from './address.ts';
import { isBody, textRanges } from './body-nodes.ts';

/**
 * The article's pictures, each with the ordinal of the text node that follows it: those that stand between
 * the title and the end of the body, but not in a box whose text was removed (related articles, authors).
 */
export function articleImages(tree: TreeNode, document: Described): ReadonlyMap<TreeNode, number> {
  const { body, captions, first, last } = nodesByFate(document);
  const kept = new Set<TreeNode>();
  const foreign = new Set<TreeNode>();
  const images = new Map<TreeNode, number>();
  let ordinal = 0;
  walkTree(tree, null, {
    enter(element) {
      if (ordinal > first && ordinal <= last && imageOf(element)) images.set(element, ordinal);
      return null;
    },
    text({ value, parentNode }, node) {
      ordinal = node + 1;
      if (!isVisible(value) || captions.has(node)) return;
      const marks = body.has(node) ? kept : foreign;
      for (let e = parentNode; e && !marks.has(e); e = e.parentNode) marks.add(e);
    },
  });
  const empty = new Map<TreeNode, boolean>();
  for (const image of images.keys())
    if (!standsInBody(image, kept, foreign, empty)) images.delete(image);
  return images;
}

/** Whether the innermost element with text around a picture holds text of the body. */
function standsInBody(
  image: TreeNode,
  kept: ReadonlySet<TreeNode>,
  foreign: ReadonlySet<TreeNode>,
  empty: Map<TreeNode, boolean>,
): boolean {
  const path: TreeNode[] = [];
  let around = image.parentNode;
  for (; around && !kept.has(around) && !foreign.has(around); around = around.parentNode) {
    if (empty.has(around)) break;
    path.push(around);
  }
  const found = around !== null && (empty.get(around) ?? kept.has(around));
  for (const element of path) empty.set(element, found);
  return found;
}

interface Fates {
  readonly body: ReadonlySet<number>;
  readonly captions: ReadonlySet<number>;
  /** Node of the title, or one before the body. */
  readonly first: number;
  readonly last: number;
}

function nodesByFate(document: Described): Fates {
  const ordinals = (test: (block: LabelledBlock) => boolean): number[] =>
    document.blocks
      .filter(test)
      .flatMap((block) => textRanges(document, block).map(({ node }) => node));
  const has = (label: string) => (block: LabelledBlock) =>
    block.spans.some((span) => span.label === label);
  const body = ordinals(isBody);
  const title = ordinals(has('title'));
  const start = body[0] ?? 0;
  return {
    body: new Set(body),
    captions: new Set([...ordinals(has('caption')), ...ordinals(has('credit'))]),
    first: Math.min(title[0] ?? start - 1, start - 1),
    last: body.at(-1) ?? -1,
  };
}
