import type { DedupeResult } from '../row.ts';
import { type ClusteredTexts, REASONS } from './cluster-texts.ts';
import type { Corpus } from './corpus.ts';
import type { Ranks } from './ranks.ts';

/**
 * What is said of each article, in the order in which they came.
 * @param from number of the first that is told of
 */
export function* resultsOf(
  corpus: Corpus,
  ranks: Ranks,
  { firstOf, reasonOf }: ClusteredTexts,
  from = 0,
): Generator<DedupeResult> {
  const { ids, texts, identities } = corpus;
  const sizes = new Uint32Array(identities.length);
  for (const text of texts) sizes[firstOf[ranks.rankOf[text]!]!]! += 1;
  for (let i = from; i < ids.length; i++) {
    const rank = ranks.rankOf[texts[i]!]!;
    const first = firstOf[rank]!;
    const kept = ranks.keptOf[ranks.textAt[first]!]!;
    // An id that came before, in this run or in the index, is no duplicate of itself.
    const isKept = kept === i || ids[kept] === ids[i];
    const reason = rank === first ? 'same-text' : REASONS[reasonOf[rank]!]!;
    yield {
      id: ids[i]!,
      cluster: ids[kept]!,
      duplicateOf: isKept ? null : ids[kept]!,
      reason: isKept ? null : reason,
      clusterSize: sizes[first]!,
    };
  }
}
