import { GOLDEN_RATIO } from '../../text/hash.ts';

/** Slots at first, a power of two; doubled when half of them are taken. */
const FIRST_SLOTS = 1 << 16;
/** The lowest bits of a product are the least spread. */
const SHIFT = 4;
/** Counting ends here. */
const MOST_TIMES = 255;
/** What the two halves of a number are parted by: 32 bits. */
const WORD = 2 ** 32;

/** Pairs of numbers, and how often each was added, in a table of 18 bytes a pair. */
export interface PairSet {
  readonly size: number;
  /** Adds a pair of numbers below `count`. */
  add(a: number, b: number): void;
  /** The pairs that were added often enough, `a * count + b`, ascending. */
  sorted(isEnough: (times: number, a: number, b: number) => boolean): Float64Array;
}

/**
 * An empty set.
 * @param count what all numbers are below; its square must be below 2^53
 */
export function createPairSet(count: number): PairSet {
  let pairs = new Float64Array(FIRST_SLOTS);
  let times = new Uint8Array(FIRST_SLOTS);
  let size = 0;
  /** The slot of a pair, or the empty one where it belongs; zero marks an empty slot. */
  const slotOf = (table: Float64Array, pair: number): number => {
    const mask = table.length - 1;
    const spread = Math.imul((pair / WORD) ^ Math.imul(pair % WORD, GOLDEN_RATIO), GOLDEN_RATIO);
    let slot = (spread >>> SHIFT) & mask;
    while (table[slot] !== 0 && table[slot] !== pair) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = (): void => {
    const larger = new Float64Array(pairs.length * 2);
    const counts = new Uint8Array(larger.length);
    for (let i = 0; i < pairs.length; i++) {
      if (pairs[i] === 0) continue;
      const slot = slotOf(larger, pairs[i]!);
      larger[slot] = pairs[i]!;
      counts[slot] = times[i]!;
    }
    pairs = larger;
    times = counts;
  };
  return {
    get size() {
      return size;
    },
    add(a, b) {
      const pair = a * count + b + 1;
      const slot = slotOf(pairs, pair);
      if (times[slot]! < MOST_TIMES) times[slot]! += 1;
      if (pairs[slot] === pair) return;
      pairs[slot] = pair;
      size += 1;
      if (size * 2 > pairs.length) grow();
    },
    sorted(isEnough) {
      const enough = pairs.filter((pair, slot) => {
        if (pair === 0) return false;
        return isEnough(times[slot]!, Math.floor((pair - 1) / count), (pair - 1) % count);
      });
      return enough.map((pair) => pair - 1).sort();
    },
  };
}
