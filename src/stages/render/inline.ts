import type { LabelledBlock, Link, Picture } from '../../document/document.ts';
import type { TreeNode } from '../../document/tree.ts';
import { visibleRange } from '../../text/visible.ts';
import type { Described } from '../metadata/described.ts';
import { walkTree } from '../parse/walk.ts';
import { imageOf, linkAddress } from './address.ts';
import { isBody, textRanges } from './body-nodes.ts';
import { articleImages } from './pictures.ts';

/** The links of the body's blocks, in units of each block's text. */
export function linksOf(
  tree: TreeNode,
  document: Described,
): ReadonlyMap<LabelledBlock, readonly Link[]> {
  const base = baseOf(document);
  const byNode = new Map<number, string>();
  walkTree<string | null>(tree, null, {
    enter: (element, outer) => (element.tagName === 'a' ? linkAddress(element, base) : outer),
    text(_node, ordinal, href) {
      if (href !== null) byNode.set(ordinal, href);
    },
  });
  const links = new Map<LabelledBlock, readonly Link[]>();
  if (byNode.size === 0) return links;
  for (const block of document.blocks) {
    if (!isBody(block)) continue;
    const found = linksIn(document, block, byNode);
    if (found.length > 0) links.set(block, found);
  }
  return links;
}

function linksIn(
  document: Described,
  block: LabelledBlock,
  byNode: ReadonlyMap<number, string>,
): Link[] {
  const out: Link[] = [];
  for (const { node, start, end } of textRanges(document, block)) {
    const href = byNode.get(node);
    const last = out.at(-1);
    if (href === undefined || start >= end) continue;
    if (last && last.href === href && last.end === start) out[out.length - 1] = { ...last, end };
    else out.push({ start, end, href });
  }
  return out.flatMap(({ start, end, href }) => {
    const shown = visibleRange(block.copy.text, start, end);
    return shown ? [{ ...shown, href }] : [];
  });
}

/** The article's pictures, in order. */
export function picturesOf(tree: TreeNode, document: Described): readonly Picture[] {
  const base = baseOf(document);
  return [...articleImages(tree, document)].flatMap(([element, node]) => {
    const image = imageOf(element, base);
    return image ? [{ src: image.src, alt: image.alt, node }] : [];
  });
}

function baseOf({ metadata, origin }: Described): string | null {
  const address = metadata.url ?? origin.url ?? null;
  return address !== null && URL.canParse(address) ? address : null;
}
