import {
  clearGrams,
  createGramSet,
  enterGram,
  type GramSet,
  placeOfGram,
} from '../sign/gram-set.ts';
import { isKept, type Signature } from '../sign/signature.ts';

/** Grams of a lead, about a sentence (set on the open benchmark). */
const LEAD_GRAMS = 24;
/** Grams of the head in which another's lead is looked for, two or three sentences (set on the open benchmark). */
const HEAD_GRAMS = 80;

/** What two articles share; shares are by weight, 0 to 1. */
export interface Overlap {
  /** Share of the smaller one that the other one holds. */
  readonly containment: number;
  /** Share of the larger one that the other one holds. */
  readonly coverage: number;
  /** Weight of the smaller one. */
  readonly weight: number;
  /** Share of a lead that stands in the other's head: of that lead of which more does, and of the other. */
  readonly lead: number;
  readonly otherLead: number;
}

/** Compares one article with others. */
export interface Comparer {
  /** Takes the article that is compared. */
  take(article: Signature): void;
  /** What it shares with another one. */
  with(other: Signature): Overlap;
}

/** Sums of weights of an article, at a rate. */
interface Sums {
  readonly whole: number;
  readonly lead: number;
}

const NOTHING: Signature = {
  grams: new Uint32Array(),
  weights: new Uint8Array(),
  rate: 0,
  places: new Uint32Array(),
  values: new Uint32Array(),
};

/** A comparer with its scratch memory. */
export function createComparer(): Comparer {
  const set = createGramSet();
  let own = NOTHING;
  let sums = sumsOf(own, own.rate);
  return {
    take(article) {
      own = article;
      sums = sumsOf(own, own.rate);
      clearGrams(set);
      for (let i = 0; i < own.grams.length; i++) enterGram(set, own.grams[i]!, i);
    },
    with: (other) =>
      overlapOf(other, set, own.rate < other.rate ? sumsOf(own, other.rate) : sums, own.rate),
  };
}

function overlapOf(other: Signature, set: GramSet, ofOwn: Sums, ownRate: number): Overlap {
  const rate = Math.max(ownRate, other.rate);
  let shared = 0;
  let leadOfOwn = 0;
  let leadOfOther = 0;
  for (let i = 0; i < other.grams.length; i++) {
    const gram = other.grams[i]!;
    const place = placeOfGram(set, gram);
    if (place < 0 || (rate > 0 && !isKept(gram, rate))) continue;
    const weight = other.weights[i]!;
    shared += weight;
    if (place < LEAD_GRAMS && i < HEAD_GRAMS) leadOfOwn += weight;
    if (i < LEAD_GRAMS && place < HEAD_GRAMS) leadOfOther += weight;
  }
  const ofOther = sumsOf(other, rate);
  const leads = [shareOf(leadOfOwn, ofOwn.lead), shareOf(leadOfOther, ofOther.lead)] as const;
  return {
    containment: shareOf(shared, Math.min(ofOwn.whole, ofOther.whole)),
    coverage: shareOf(shared, Math.max(ofOwn.whole, ofOther.whole)),
    weight: Math.min(ofOwn.whole, ofOther.whole),
    lead: Math.max(...leads),
    otherLead: Math.min(...leads),
  };
}

function sumsOf({ grams, weights }: Signature, rate: number): Sums {
  let whole = 0;
  let lead = 0;
  for (let i = 0; i < grams.length; i++) {
    if (rate > 0 && !isKept(grams[i]!, rate)) continue;
    whole += weights[i]!;
    if (i < LEAD_GRAMS) lead += weights[i]!;
  }
  return { whole, lead };
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
