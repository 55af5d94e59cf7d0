import type { Element } from '../../../../document/document.ts';
import { hashOf, mix } from '../../../../text/hash.ts';
import type { Sequence } from '../sequence.ts';

/** Tags whose distance above a block says something. */
export const NEAR_TAGS = [
  'p',
  'li',
  'td',
  'article',
  'main',
  'aside',
  'nav',
  'footer',
  'header',
  'section',
  'form',
  'figure',
  'blockquote',
  'ul',
  'table',
  'div',
  'span',
  'a',
  'h2',
] as const;

/**
 * Elements up that are counted. Set by hand; the weights were trained on it, so that another value needs new
 * ones.
 */
const FAR = 12;

/** The elements around a page's visible blocks, children after their parents, with sums over their blocks. */
export interface Elements {
  readonly list: readonly Element[];
  /** Row of each item's element. */
  readonly of: Int32Array;
  /** Row of the parent; -1 for the outermost. */
  readonly parent: Int32Array;
  readonly weight: Float64Array;
  readonly linked: Float64Array;
  readonly prose: Float64Array;
  readonly blocks: Float64Array;
  readonly proseBlocks: Float64Array;
  /** First and last item inside. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Prose of blocks that stand in a child of the element. */
  readonly direct: Float64Array;
  readonly depth: Int32Array;
  /** A hash of the tags and names of element and parent. */
  readonly signature: Int32Array;
  /** For each row and tag of NEAR_TAGS: how far above the tag is, from 0; 12 when it is nowhere near. */
  readonly near: Uint8Array;
}

/** Sums a page's visible blocks by element, in time linear in elements and blocks. */
export function elementsOf(sequence: Sequence): Elements {
  const { items, counts, prose } = sequence;
  const rows = new Map<Element, number>();
  for (const { line } of items) {
    for (let e = line.block.context.element; e && !rows.has(e); e = e.parent) rows.set(e, 0);
  }
  const list = [...rows.keys()].sort((a, b) => a.ordinal - b.ordinal);
  list.forEach((element, row) => {
    rows.set(element, row);
  });
  const n = list.length;
  const out: Elements = {
    list,
    of: Int32Array.from(items, ({ line }) =>
      line.block.context.element ? rows.get(line.block.context.element)! : -1,
    ),
    parent: Int32Array.from(list, ({ parent }) => (parent ? (rows.get(parent) ?? -1) : -1)),
    weight: new Float64Array(n),
    linked: new Float64Array(n),
    prose: new Float64Array(n),
    blocks: new Float64Array(n),
    proseBlocks: new Float64Array(n),
    first: new Int32Array(n).fill(items.length),
    last: new Int32Array(n).fill(-1),
    direct: new Float64Array(n),
    depth: new Int32Array(n),
    signature: new Int32Array(n),
    near: new Uint8Array(n * NEAR_TAGS.length),
  };
  items.forEach(({ line }, i) => {
    const { block } = line;
    const row = out.of[i]!;
    if (row < 0) return;
    const { weight } = counts[i]!;
    out.weight[row]! += weight;
    out.linked[row]! += weight * block.context.linkShare;
    out.blocks[row]! += 1;
    if (prose[i]) {
      out.prose[row]! += weight;
      out.proseBlocks[row]! += 1;
      const above = out.parent[row]!;
      if (above >= 0) out.direct[above]! += weight;
    }
    out.first[row] = Math.min(out.first[row]!, i);
    out.last[row] = Math.max(out.last[row]!, i);
  });
  sumUp(out);
  describe(out);
  return out;
}

function sumUp(e: Elements): void {
  for (let row = e.list.length - 1; row >= 0; row--) {
    const above = e.parent[row]!;
    if (above < 0) continue;
    e.weight[above]! += e.weight[row]!;
    e.linked[above]! += e.linked[row]!;
    e.prose[above]! += e.prose[row]!;
    e.blocks[above]! += e.blocks[row]!;
    e.proseBlocks[above]! += e.proseBlocks[row]!;
    e.first[above] = Math.min(e.first[above]!, e.first[row]!);
    e.last[above] = Math.max(e.last[above]!, e.last[row]!);
  }
}

function describe(e: Elements): void {
  const width = NEAR_TAGS.length;
  const own = new Int32Array(e.list.length);
  e.list.forEach(({ tag, words }, row) => {
    const above = e.parent[row]!;
    own[row] = hashOf(words, hashOf(tag));
    e.signature[row] = mix(own[row]!, above < 0 ? 0 : own[above]!);
    e.depth[row] = above < 0 ? 0 : e.depth[above]! + 1;
    for (let k = 0; k < width; k++) {
      const far = above < 0 ? FAR : Math.min(FAR, e.near[above * width + k]! + 1);
      e.near[row * width + k] =
        tag === NEAR_TAGS[k] || (tag === 'ol' && NEAR_TAGS[k] === 'ul') ? 0 : far;
    }
  });
}

/** The innermost element that holds more than this share of the prose; -1 when there is none. */
export function denseElement(e: Elements, share: number): number {
  const total = e.prose[0] ?? 0;
  let best = -1;
  for (let row = 0; row < e.list.length; row++)
    if (total > 0 && e.prose[row]! > total * share) best = row;
  return best;
}

/** The element whose children hold the most prose; -1 when there is none. */
export function bestDirect(e: Elements): number {
  let best = -1;
  for (let row = 0; row < e.list.length; row++) {
    if (e.direct[row]! > 0 && (best < 0 || e.direct[row]! > e.direct[best]!)) best = row;
  }
  return best;
}
