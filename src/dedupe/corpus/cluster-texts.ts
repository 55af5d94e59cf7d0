import type { Postings } from '../candidates/pairs.ts';
import { clusterComponent } from '../cluster/cluster-component.ts';
import { components } from '../cluster/components.ts';
import { createRoom } from '../sign/room.ts';
import type { SameReason } from '../verify/decide.ts';
import { type Compared, comparedOf, createJudge } from '../verify/judge.ts';
import type { GramWeights } from '../weights/gram-weights.ts';
import type { Corpus } from './corpus.ts';
import type { Ranks } from './ranks.ts';
import type { Stores } from './stores.ts';

/** How texts are clustered. */
export interface ClusterSettings {
  readonly weights: GramWeights;
  /** Days that may lie between two articles that are one. */
  readonly window: number;
}

/** Signatures that are held unpacked at once: 20 MB of them. Set by hand. */
const MAX_HELD = 8192;

/** Why a text is one with the first of its cluster. */
export const REASONS: readonly (SameReason | 'linked')[] = [
  'same-lead',
  'extended',
  'contained',
  'linked',
];

/** The keys of a corpus with the ranks of their texts. */
export function* rankedParts({ postings }: Stores, { rankOf }: Ranks): Generator<Postings> {
  for (const { keys, articles } of postings.parts()) {
    yield { keys, articles: articles.map((text) => rankOf[text]!) };
  }
}

/** For each text by rank, where it belongs. */
export interface ClusteredTexts {
  /** The rank of the first of its cluster. */
  readonly firstOf: Uint32Array;
  /** Why it is one with the first, where it is not the first itself; place in `REASONS`. */
  readonly reasonOf: Uint8Array;
}

/**
 * Verifies the candidates among the texts of a corpus and puts them into clusters.
 *
 * @param candidates pairs of ranks, `a * count + b`, ascending
 */
export function clusterTexts(
  candidates: Float64Array,
  corpus: Corpus,
  ranks: Ranks,
  stores: Stores,
  settings: ClusterSettings,
): ClusteredTexts {
  const textCount = corpus.identities.length;
  const firstOf = Uint32Array.from({ length: textCount }, (_, i) => i);
  const reasonOf = new Uint8Array(textCount);
  const judge = createJudge(settings.window);
  const held = new Map<number, Compared>();
  const room = createRoom();
  const compared = (rank: number): Compared => {
    let one = held.get(rank);
    if (one === undefined) {
      const text = ranks.textAt[rank]!;
      const day = corpus.days[ranks.keptOf[text]!]!;
      one = comparedOf(stores.signatures.read(text), settings.weights, day, room);
      held.set(rank, one);
    }
    return one;
  };
  for (const component of components(candidates, textCount)) {
    if (held.size + component.pairs.length > MAX_HELD) held.clear();
    clusterComponent(component, judgeRanks, (rank, first, reason) => {
      firstOf[rank] = first;
      reasonOf[rank] = REASONS.indexOf(reason ?? judgedReason(first, rank));
    });
  }
  return { firstOf, reasonOf };

  function judgedReason(a: number, b: number): SameReason | 'linked' {
    const verdict = judgeRanks(a, b);
    return verdict.same ? verdict.reason : 'linked';
  }

  function judgeRanks(a: number, b: number) {
    if (held.size > MAX_HELD) held.clear();
    return judge(compared(a), compared(b));
  }
}
