/** Bits of a gram: what is kept of its hash. Of 512 grams, one in 30,000 is another's by chance. */
export const GRAM_BITS = 24;
/** The weight of a gram that the table does not hold: it is rare. */
export const FULL_WEIGHT = 7;
// Bits of surprise between which the weight grows from nothing to the whole: what stands in one of 16 articles says
// nothing, what stands in one of 1,024 says all. Set on the open benchmark.
const NO_SURPRISAL = 4;
const FULL_SURPRISAL = 10;

// A gram's upper bits are its bucket, the lower ones stand in the entry, above the weight.
const BUCKET_BITS = 16;
const BUCKETS = 1 << BUCKET_BITS;
const REST_BITS = GRAM_BITS - BUCKET_BITS;
const REST_MASK = (1 << REST_BITS) - 1;
const WEIGHT_BITS = 3;

/** Weights of grams of two tokens, as files hold them. */
export interface WeightTable {
  /** How many entries each bucket has. */
  readonly counts: Uint8Array;
  /** By bucket: lower bits of the gram above its weight. */
  readonly entries: Uint16Array;
}

/** Gives how much a gram says, 0 (it is everywhere) to `FULL_WEIGHT` (it is rare). */
export type GramWeights = (gram: number) => number;

/** The weight of a gram that stands in a share of all articles. */
export function weightOfShare(share: number): number {
  const part = (-Math.log2(share) - NO_SURPRISAL) / (FULL_SURPRISAL - NO_SURPRISAL);
  return Math.round(FULL_WEIGHT * Math.min(1, Math.max(0, part)));
}

/** Makes a table of weights by gram; those of full weight are left out. */
export function tableOf(weights: ReadonlyMap<number, number>): WeightTable {
  const held = [...weights].filter(([, weight]) => weight < FULL_WEIGHT);
  held.sort(([a], [b]) => a - b);
  const counts = new Uint8Array(BUCKETS);
  const entries: number[] = [];
  for (const [gram, weight] of held) {
    const bucket = gram >>> REST_BITS;
    // A bucket holds no more than 255 of its 256 grams.
    if (counts[bucket] === 255) continue;
    counts[bucket]! += 1;
    entries.push(((gram & REST_MASK) << WEIGHT_BITS) | weight);
  }
  return { counts, entries: Uint16Array.from(entries) };
}

/** Looks weights up in a table. */
export function createGramWeights({ counts, entries }: WeightTable): GramWeights {
  const starts = new Uint32Array(BUCKETS + 1);
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    starts[bucket + 1] = starts[bucket]! + counts[bucket]!;
  }
  return (gram) => {
    const bucket = gram >>> REST_BITS;
    const rest = gram & REST_MASK;
    const end = starts[bucket + 1]!;
    for (let i = starts[bucket]!; i < end; i++) {
      const entry = entries[i]!;
      if (entry >>> WEIGHT_BITS === rest) return entry & FULL_WEIGHT;
    }
    return FULL_WEIGHT;
  };
}
