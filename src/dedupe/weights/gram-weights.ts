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

/** The weights that a table holds, by gram. */
export function weightsIn({ counts, entries }: WeightTable): Map<number, number> {
  const weights = new Map<number, number>();
  for (let bucket = 0, i = 0; bucket < BUCKETS; bucket++) {
    for (const end = i + counts[bucket]!; i < end; i++) {
      const gram = (bucket << REST_BITS) | (entries[i]! >>> WEIGHT_BITS);
      weights.set(gram, entries[i]! & FULL_WEIGHT);
    }
  }
  return weights;
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

// What the look-up works on: a table of open addressing, one place in memory for most grams. A slot holds the lower bits
// of its gram, which tell all grams apart that a search may meet, above the weight and one; 0 is an empty slot.
const SLOT_BITS = 18;
const SLOTS = 1 << SLOT_BITS;
const HELD_MASK = 0x1fff;
/** Entries that fit, at most: where more of the slots are taken, searches are long. */
export const MOST_ENTRIES = SLOTS * 0.75;

/**
 * Looks weights up in a table.
 *
 * @throws {RangeError} when it has too many entries
 */
export function createGramWeights({ counts, entries }: WeightTable): GramWeights {
  if (entries.length > MOST_ENTRIES) {
    throw new RangeError(`expected at most ${MOST_ENTRIES} weights, found ${entries.length}`);
  }
  const slots = new Uint16Array(SLOTS);
  for (let bucket = 0, i = 0; bucket < BUCKETS; bucket++) {
    for (const end = i + counts[bucket]!; i < end; i++) {
      const gram = (bucket << REST_BITS) | (entries[i]! >>> WEIGHT_BITS);
      let slot = gram >>> (GRAM_BITS - SLOT_BITS);
      while (slots[slot] !== 0) slot = (slot + 1) & (SLOTS - 1);
      slots[slot] = ((gram & HELD_MASK) << WEIGHT_BITS) | ((entries[i]! & FULL_WEIGHT) + 1);
    }
  }
  return (gram) => {
    const held = gram & HELD_MASK;
    for (let slot = gram >>> (GRAM_BITS - SLOT_BITS); ; slot = (slot + 1) & (SLOTS - 1)) {
      const entry = slots[slot]!;
      if (entry === 0) return FULL_WEIGHT;
      if (entry >>> WEIGHT_BITS === held) return (entry & FULL_WEIGHT) - 1;
    }
  };
}
