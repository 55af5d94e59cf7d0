import { createDraft } from '../sign/draft.ts';
import { draftArticle } from '../sign/draft-article.ts';
import {
  FULL_WEIGHT,
  GRAM_BITS,
  MOST_ENTRIES,
  tableOf,
  type WeightTable,
  weightOfShare,
  weightsIn,
} from './gram-weights.ts';

/** Grams that are told apart. */
const GRAMS = 1 << GRAM_BITS;
/** Articles that must hold a gram for its weight to be learnt: fewer may be one story. Set by hand. */
const MIN_COUNT = 3;
/** Articles without the gram that are counted beside those that were read, so that a few are not believed too much. */
const DOUBT = 100;

/** Learns how much grams say from articles of which no two are one. */
export interface WeightLearner {
  add(text: string): void;
  /** The weights: those that were learnt, and those of another table where they are lower. */
  table(base: WeightTable): WeightTable;
}

/** A learner with its counters: 128 MB. */
export function createWeightLearner(): WeightLearner {
  const draft = createDraft();
  const counts = new Uint32Array(GRAMS);
  // Number of the last article, from 1 on, that held the gram.
  const lastSeen = new Uint32Array(GRAMS);
  const everything = (): number => FULL_WEIGHT;
  let articles = 0;
  return {
    add(text) {
      articles += 1;
      draftArticle(text, draft, everything);
      for (let i = 0; i < draft.gramCount; i++) {
        const gram = draft.grams[i]!;
        if (lastSeen[gram] === articles) continue;
        lastSeen[gram] = articles;
        counts[gram]! += 1;
      }
    },
    table(base) {
      const weights = weightsIn(base);
      for (let least = MIN_COUNT; ; least *= 2) {
        const all = new Map(weights);
        for (let gram = 0; gram < GRAMS; gram++) {
          if (counts[gram]! < least) continue;
          const weight = weightOfShare((counts[gram]! - 1) / (articles + DOUBT));
          if (weight < (all.get(gram) ?? FULL_WEIGHT)) all.set(gram, weight);
        }
        if (all.size <= MOST_ENTRIES) return tableOf(all);
      }
    },
  };
}
