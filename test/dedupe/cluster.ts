import { gramWeightTable } from '../../src/assets/gram-weights.ts';
import { findCandidates } from '../../src/dedupe/candidates/find.ts';
import { clusterTexts, rankedParts } from '../../src/dedupe/corpus/cluster-texts.ts';
import { createCollector } from '../../src/dedupe/corpus/corpus.ts';
import { rankTexts } from '../../src/dedupe/corpus/ranks.ts';
import { resultsOf } from '../../src/dedupe/corpus/results.ts';
import { createMemoryStores } from '../../src/dedupe/corpus/stores.ts';
import type { DedupeResult, DedupeRow } from '../../src/dedupe/row.ts';
import { createGramWeights } from '../../src/dedupe/weights/gram-weights.ts';

const weights = createGramWeights(gramWeightTable());

/** What is said of some rows, with the default settings. */
export function clusterRows(rows: readonly DedupeRow[], cap = 24): DedupeResult[] {
  const stores = createMemoryStores();
  const collector = createCollector(stores, weights);
  for (const row of rows) collector.add(row);
  const corpus = collector.collected();
  const ranks = rankTexts(corpus);
  const { pairs } = findCandidates(rankedParts(stores, ranks), corpus.identities.length, cap);
  const clustered = clusterTexts(pairs, corpus, ranks, stores, { weights, window: 31 });
  return [...resultsOf(corpus, ranks, clustered)];
}

/** The clusters of some texts, each as the numbers of its members. */
export function clustersOf(texts: readonly string[]): number[][] {
  const results = clusterRows(texts.map((text, i) => ({ id: String(i), text })));
  const clusters = new Map<string, number[]>();
  for (const { id, cluster } of results) {
    clusters.set(cluster, [...(clusters.get(cluster) ?? []), Number(id)]);
  }
  return [...clusters.values()];
}
