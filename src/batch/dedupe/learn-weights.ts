import type { DedupeRow } from '../../dedupe/row.ts';
import type { WeightTable } from '../../dedupe/weights/gram-weights.ts';
import { createWeightLearner } from '../../dedupe/weights/learn.ts';
import type { Deduper } from './deduper.ts';

/**
 * Learns how much pairs of words say from rows, of each cluster of which the kept one is counted.
 *
 * @param rows gives the rows, twice
 * @param base weights that are taken where they are lower
 */
export async function learnWeights(
  rows: () => AsyncIterable<DedupeRow>,
  deduper: Deduper,
  base: WeightTable,
): Promise<{ readonly table: WeightTable; readonly articles: number }> {
  const isKept: boolean[] = [];
  for await (const { duplicateOf } of deduper.run(rows())) isKept.push(duplicateOf === null);
  const learner = createWeightLearner();
  let at = 0;
  for await (const { text } of rows()) {
    if (isKept[at++]) learner.add(text ?? '');
  }
  return { table: learner.table(base), articles: isKept.filter(Boolean).length };
}
