import type { Sequence } from '../sequence.ts';
import { bestDirect, denseElement, type Elements, NEAR_TAGS } from './elements.ts';
import type { FeatureTable } from './feature-table.ts';

// Set by hand; the weights were trained on it, so that another value needs new ones.
// Elements up from a block that have columns; blocks, as far as distances count.
const LEVELS = 5;
const FAR = 30;

/** Columns of the elements around a block: what else they hold, how near which tags are, where the prose stands. */
export function markupFeatures(table: FeatureTable, sequence: Sequence, e: Elements): void {
  nearTags(table, e);
  levels(table, e);
  for (const [name, target] of [
    ['half', denseElement(e, 0.5)],
    ['most', denseElement(e, 0.8)],
    ['direct', bestDirect(e)],
  ] as const) {
    toward(table, sequence, e, name, target);
  }
  signatures(table, sequence, e);
  directShares(table, e);
}

/** How far above a block each tag is. */
function nearTags(table: FeatureTable, e: Elements): void {
  const width = NEAR_TAGS.length;
  NEAR_TAGS.forEach((tag, k) => {
    const column = table.add(`near:${tag}`);
    for (let i = 0; i < column.length; i++) {
      const row = e.of[i]!;
      column[i] = row < 0 ? -1 : e.near[row * width + k]!;
    }
  });
}

/** What a block's element, its parent and so on hold, and where in them the block stands. */
function levels(table: FeatureTable, e: Elements): void {
  const total = (e.prose[0] ?? 0) + 1;
  const rows = Int32Array.from(e.of);
  for (let level = 0; level < LEVELS; level++) {
    const [prose, link, blocks, proseBlocks, place, after] = [
      table.add(`prose^${level}`),
      table.add(`link^${level}`),
      table.add(`blocks^${level}`),
      table.add(`proseBlocks^${level}`),
      table.add(`place^${level}`),
      table.add(`after^${level}`),
    ];
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      if (row < 0) {
        prose[i] = link[i] = blocks[i] = proseBlocks[i] = place[i] = after[i] = -1;
        continue;
      }
      prose[i] = e.prose[row]! / total;
      link[i] = e.linked[row]! / (1 + e.weight[row]!);
      blocks[i] = Math.log1p(e.blocks[row]!);
      proseBlocks[i] = e.proseBlocks[row]!;
      place[i] = i - e.first[row]!;
      after[i] = e.last[row]! - i;
      rows[i] = e.parent[row]!;
    }
  }
}

/** How deep a block stands, and what share its parent and the one above have of the most prose that one element holds. */
function directShares(table: FeatureTable, e: Elements): void {
  const depth = table.add('depth');
  const direct = table.add('directShare');
  const outer = table.add('outerDirectShare');
  const best = bestDirect(e);
  const shareOf = (row: number) => (row < 0 || best < 0 ? 0 : e.direct[row]! / e.direct[best]!);
  for (let i = 0; i < depth.length; i++) {
    const row = e.of[i]!;
    if (row < 0) continue;
    const up = e.parent[row]!;
    depth[i] = e.depth[row]!;
    direct[i] = shareOf(up);
    outer[i] = shareOf(up < 0 ? -1 : e.parent[up]!);
  }
}

/** How far a block stands from an element: levels up to the one that holds both, and before or behind it. */
function toward(
  table: FeatureTable,
  { items }: Sequence,
  e: Elements,
  name: string,
  target: number,
): void {
  const up = table.add(`${name}:up`);
  const down = table.add(`${name}:down`);
  const offset = table.add(`${name}:offset`);
  const left = table.add(`${name}:left`);
  const above = new Int32Array(e.list.length).fill(-1);
  for (let row = target, k = 0; row >= 0; row = e.parent[row]!, k++) above[row] = k;
  const meet = new Int32Array(e.list.length).fill(-1);
  const steps = new Int32Array(e.list.length);
  for (let row = 0; row < e.list.length; row++) {
    const parent = e.parent[row]!;
    if (above[row]! >= 0) meet[row] = row;
    else if (parent >= 0) {
      meet[row] = meet[parent]!;
      steps[row] = steps[parent]! + 1;
    }
  }
  for (let i = 0; i < items.length; i++) {
    const row = e.of[i]!;
    if (target < 0 || row < 0 || meet[row]! < 0) {
      up[i] = down[i] = -1;
      continue;
    }
    up[i] = above[meet[row]!]!;
    down[i] = steps[row]!;
    offset[i] = Math.max(-FAR, Math.min(FAR, i - e.first[target]!));
    left[i] = Math.max(-FAR, Math.min(FAR, e.last[target]! - i));
  }
}

/** How many blocks of the page look the same by tags and names, and how much of them is prose. */
function signatures(table: FeatureTable, { items, counts, prose }: Sequence, e: Elements): void {
  const sums = new Map<number, { blocks: number; prose: number; weight: number; linked: number }>();
  const keys = items.map((_, i) => (e.of[i]! < 0 ? 0 : e.signature[e.of[i]!]!));
  keys.forEach((key, i) => {
    const sum = sums.get(key) ?? { blocks: 0, prose: 0, weight: 0, linked: 0 };
    sum.blocks += 1;
    sum.prose += prose[i]!;
    sum.weight += counts[i]!.weight;
    sum.linked += counts[i]!.weight * items[i]!.line.block.context.linkShare;
    sums.set(key, sum);
  });
  const columns = ['alike', 'alikeProse', 'alikeWeight', 'alikeLink'].map((name) =>
    table.add(name),
  );
  keys.forEach((key, i) => {
    const sum = sums.get(key)!;
    columns[0]![i] = Math.log1p(sum.blocks);
    columns[1]![i] = sum.prose / sum.blocks;
    columns[2]![i] = Math.log1p(sum.weight / sum.blocks);
    columns[3]![i] = sum.linked / (1 + sum.weight);
  });
}
