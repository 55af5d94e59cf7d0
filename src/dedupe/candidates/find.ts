import { FEW_KEYS, MIN_SHARED } from './enough.ts';
import { createPairSet } from './pair-set.ts';
import { type Postings, pairArticles } from './pairs.ts';

/** Counting of a text's keys ends here. */
const MOST_KEYS = 255;

/** Texts that share enough to be compared. */
export interface Candidates {
  /** Each pair as `a * count + b`, ascending. */
  readonly pairs: Float64Array;
  /** Keys that more texts share than the cap. */
  readonly crowded: number;
  /** The most texts that share a key. */
  readonly most: number;
}

/**
 * Finds candidates in memory.
 *
 * @param parts keys with the ranks of their texts, all below `count`
 * @param cap texts that may share a key for all of them to be paired
 */
export function findCandidates(parts: Iterable<Postings>, count: number, cap: number): Candidates {
  const found = createPairSet(count);
  const keyCounts = new Uint8Array(count);
  let crowded = 0;
  let most = 0;
  for (const part of parts) {
    for (const rank of part.articles) keyCounts[rank] = Math.min(MOST_KEYS, keyCounts[rank]! + 1);
    const counts = pairArticles(part, cap, found.add);
    crowded += counts.crowded;
    most = Math.max(most, counts.most);
  }
  const pairs = found.sorted((times, a, b) => {
    const keys = Math.min(keyCounts[a]!, keyCounts[b]!);
    return times >= (keys > FEW_KEYS ? MIN_SHARED : 1);
  });
  return { pairs, crowded, most };
}
