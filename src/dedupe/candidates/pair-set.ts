/** Slots at first, a power of two; doubled when half of them are taken. */
const FIRST_SLOTS = 1 << 16;
/** Spreads a pair over its upper bits: 2^32 divided by the golden ratio (Knuth, The Art of Computer Programming, 6.4). */
const GOLDEN = 0x9e3779b1;
/** What the two halves of a number are parted by: 32 bits. */
const WORD = 2 ** 32;

/** Pairs of numbers, each once, in a table of 16 bytes a pair. */
export interface PairSet {
  readonly size: number;
  /** Adds a pair of numbers below `count`. */
  add(a: number, b: number): void;
  /** All pairs, `a * count + b`, ascending. */
  sorted(): Float64Array;
}

/**
 * An empty set.
 * @param count what all numbers are below; its square must be below 2^53
 */
export function createPairSet(count: number): PairSet {
  let slots = new Float64Array(FIRST_SLOTS);
  let size = 0;
  const enter = (table: Float64Array, entry: number): boolean => {
    const mask = table.length - 1;
    let slot = (Math.imul((entry / WORD) ^ Math.imul(entry % WORD, GOLDEN), GOLDEN) >>> 8) & mask;
    for (; table[slot] !== 0; slot = (slot + 1) & mask) if (table[slot] === entry) return false;
    table[slot] = entry;
    return true;
  };
  return {
    get size() {
      return size;
    },
    add(a, b) {
      // Zero marks an empty slot.
      if (!enter(slots, a * count + b + 1)) return;
      size += 1;
      if (size * 2 < slots.length) return;
      const larger = new Float64Array(slots.length * 2);
      for (const entry of slots) if (entry !== 0) enter(larger, entry);
      slots = larger;
    },
    sorted: () =>
      slots
        .filter((entry) => entry !== 0)
        .map((entry) => entry - 1)
        .sort(),
  };
}
