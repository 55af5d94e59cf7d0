import { createPairSet } from '../candidates/pair-set.ts';
import { type PairCounts, pairArticles } from '../candidates/pairs.ts';
import { clusterComponent } from '../cluster/cluster-component.ts';
import { components } from '../cluster/components.ts';
import { unpackSignature } from '../sign/pack.ts';
import { sortFacts } from '../verify/facts.ts';
import { type Compared, createJudge } from '../verify/judge.ts';
import type { GramWeights } from '../weights/gram-weights.ts';
import type { Corpus } from './corpus.ts';
import type { Ranks } from './ranks.ts';
import type { Stores } from './stores.ts';

/** How texts are clustered. */
export interface ClusterSettings {
  readonly weights: GramWeights;
  /** Days that may lie between two articles that are one. */
  readonly window: number;
  /** Articles that may share a key for all of them to be compared. */
  readonly cap: number;
}

/** Signatures that are held unpacked at once: 20 MB of them. Set by hand. */
const MAX_HELD = 8192;

/** Keys that two texts must share to be compared, where neither has few. Set on the open benchmark. */
const MIN_SHARED = 2;
/** Where one has no more, a single one is enough. */
const FEW_KEYS = 6;
/** Counting ends here. */
const MOST_KEYS = 255;

/** Why a text is one with the first of its cluster. */
export const REASONS = ['same-lead', 'extended', 'contained', 'linked'] as const;

function placeOfReason(reason: string): number {
  return (REASONS as readonly string[]).indexOf(reason);
}

/** For each text by rank, the rank of the first of its cluster; and what came of the keys. */
export interface ClusteredTexts extends PairCounts {
  readonly firstOf: Uint32Array;
  /** For each text by rank that is not the first, why it is one with the first; place in `REASONS`. */
  readonly reasonOf: Uint8Array;
  /** Pairs that were compared. */
  readonly pairs: number;
}

/** Finds the candidates among the texts of a corpus, verifies them and puts them into clusters. */
export function clusterTexts(
  corpus: Corpus,
  ranks: Ranks,
  stores: Stores,
  settings: ClusterSettings,
): ClusteredTexts {
  const textCount = corpus.identities.length;
  const found = createPairSet(textCount);
  let crowded = 0;
  let most = 0;
  const keyCounts = new Uint8Array(textCount);
  for (const part of stores.postings.parts()) {
    const articles = part.articles.map((text) => ranks.rankOf[text]!);
    for (const rank of articles) keyCounts[rank] = Math.min(MOST_KEYS, keyCounts[rank]! + 1);
    const counts = pairArticles({ keys: part.keys, articles }, settings.cap, found.add);
    crowded += counts.crowded;
    most = Math.max(most, counts.most);
  }
  const firstOf = Uint32Array.from({ length: textCount }, (_, i) => i);
  const reasonOf = new Uint8Array(textCount);
  const judge = createJudge(settings.window);
  const held = new Map<number, Compared>();
  const compared = (rank: number): Compared => {
    let one = held.get(rank);
    if (one === undefined) {
      const text = ranks.textAt[rank]!;
      const signature = unpackSignature(stores.signatures.read(text), settings.weights);
      one = {
        signature,
        facts: sortFacts(signature),
        day: corpus.days[ranks.keptOf[text]!]!,
      };
      held.set(rank, one);
    }
    return one;
  };
  const candidates = found.sorted(
    (times, a, b) => times >= (Math.min(keyCounts[a]!, keyCounts[b]!) > FEW_KEYS ? MIN_SHARED : 1),
  );
  for (const component of components(candidates, textCount)) {
    if (held.size + component.pairs.length > MAX_HELD) held.clear();
    clusterComponent(component, judgeRanks, (rank, first) => {
      firstOf[rank] = first;
      const { same, reason } = judgeRanks(first, rank);
      reasonOf[rank] = placeOfReason(same ? reason : 'linked');
    });
  }
  return { firstOf, reasonOf, pairs: candidates.length, crowded, most };

  function judgeRanks(a: number, b: number) {
    if (held.size > MAX_HELD) held.clear();
    return judge(compared(a), compared(b));
  }
}
