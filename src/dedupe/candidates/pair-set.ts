import { GOLDEN_RATIO } from '../../text/hash.ts';

/** Slots at first, a power of two; doubled when half of them are taken. */
const FIRST_SLOTS = 1 << 16;
/** The lowest bits of a product are the least spread. */
const SHIFT = 4;
/** Counting ends here: the lowest two bits of a slot. */
const MOST_TIMES = 3;
/** Values that a count takes, 0 among them. */
const TIMES = MOST_TIMES + 1;
/** What the two halves of a number are parted by: 32 bits. */
const WORD = 2 ** 32;

/** Pairs of numbers, and how often each was added, in a table of 16 to 32 bytes a pair. */
export interface PairSet {
  readonly size: number;
  /** Adds a pair of numbers below `count`. */
  add(a: number, b: number): void;
  /** The pairs that were added often enough (`times` is 3 for more), `a * count + b`, ascending. */
  sorted(isEnough: (times: number, a: number, b: number) => boolean): Float64Array;
}

/**
 * An empty set.
 * @param count what all numbers are below; its square must be below 2^51
 */
export function createPairSet(count: number): PairSet {
  // A slot holds a pair above how often it came, so that there is one place in memory to look at; 0 is an empty slot.
  let slots = new Float64Array(FIRST_SLOTS);
  let size = 0;
  /** The slot of a pair, or the empty one where it belongs. */
  const slotOf = (table: Float64Array, pair: number): number => {
    const mask = table.length - 1;
    const spread = Math.imul((pair / WORD) ^ Math.imul(pair % WORD, GOLDEN_RATIO), GOLDEN_RATIO);
    const least = pair * TIMES;
    let slot = (spread >>> SHIFT) & mask;
    for (let held = table[slot]!; held !== 0; held = table[slot]!) {
      if (held >= least && held < least + TIMES) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  };
  const grow = (): void => {
    const larger = new Float64Array(slots.length * 2);
    for (const held of slots) {
      if (held !== 0) larger[slotOf(larger, Math.floor(held / TIMES))] = held;
    }
    slots = larger;
  };
  return {
    get size() {
      return size;
    },
    add(a, b) {
      const pair = a * count + b;
      const slot = slotOf(slots, pair);
      const held = slots[slot]!;
      if (held !== 0) {
        if (held < pair * TIMES + MOST_TIMES) slots[slot] = held + 1;
        return;
      }
      slots[slot] = pair * TIMES + 1;
      size += 1;
      if (size * 2 > slots.length) grow();
    },
    sorted(isEnough) {
      const enough = slots.filter((held) => {
        if (held === 0) return false;
        const pair = Math.floor(held / TIMES);
        return isEnough(held % TIMES, Math.floor(pair / count), pair % count);
      });
      return enough.map((held) => Math.floor(held / TIMES)).sort();
    },
  };
}
