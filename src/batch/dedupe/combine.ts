import { type DedupeRow, keptFirst, type Rank } from '../../dedupe/row.ts';
import type { Deduper } from './deduper.ts';

/** Where a row belongs. */
export interface Membership {
  /** Number of the row that its cluster keeps. */
  readonly kept: number;
  /** Rows in the cluster. */
  readonly size: number;
}

/**
 * The clusters of rows when several dedupers have spoken: two rows are together where one of them says so.
 *
 * @param ranks of the rows, with different ids
 * @param rows gives the rows once more
 */
export async function clustersOf(
  ranks: readonly Rank[],
  rows: () => Iterable<DedupeRow>,
  dedupers: readonly Deduper[],
): Promise<Membership[]> {
  const numbers = new Map(ranks.map(({ id }, i) => [id, i]));
  const parents = ranks.map((_, i) => i);
  const rootOf = (i: number): number => {
    let at = i;
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!;
      at = parents[at]!;
    }
    return at;
  };
  for (const deduper of dedupers) {
    for await (const { id, cluster } of deduper.run(rows())) {
      parents[rootOf(numbers.get(id)!)] = rootOf(numbers.get(cluster)!);
    }
  }
  const roots = ranks.map((_, i) => rootOf(i));
  const kept = new Map<number, number>();
  const sizes = new Map<number, number>();
  for (const [i, root] of roots.entries()) {
    sizes.set(root, (sizes.get(root) ?? 0) + 1);
    const best = kept.get(root);
    if (best === undefined || keptFirst(ranks[i]!, ranks[best]!) < 0) kept.set(root, i);
  }
  return roots.map((root) => ({ kept: kept.get(root)!, size: sizes.get(root)! }));
}
