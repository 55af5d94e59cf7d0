import { GOLDEN_RATIO } from '../../text/hash.ts';
import { createColumn } from './columns.ts';

/** Slots at first, a power of two; doubled when half of them are taken. */
const FIRST_SLOTS = 1 << 12;
/** What the two halves of a number are parted by: 32 bits. */
const WORD = 2 ** 32;

/** Numbers different values, in the order in which they come. */
export interface Identities {
  readonly count: number;
  /** The values by number. */
  values(): Float64Array;
  /** The number of a value; a new one where it was not met before. */
  numberOf(identity: number): number;
}

/** No values yet. */
export function createIdentities(): Identities {
  const values = createColumn(Float64Array);
  let slots = new Uint32Array(FIRST_SLOTS);
  const slotOf = (table: Uint32Array, identity: number): number => {
    const mask = table.length - 1;
    let slot = (Math.imul(identity / WORD, GOLDEN_RATIO) ^ (identity % WORD)) & mask;
    while (table[slot] !== 0 && values.at(table[slot]! - 1) !== identity) slot = (slot + 1) & mask;
    return slot;
  };
  return {
    get count() {
      return values.length;
    },
    values: () => values.view(),
    numberOf(identity) {
      const slot = slotOf(slots, identity);
      if (slots[slot] !== 0) return slots[slot]! - 1;
      values.push(identity);
      slots[slot] = values.length;
      if (values.length * 2 > slots.length) {
        const larger = new Uint32Array(slots.length * 2);
        for (let i = 0; i < values.length; i++) larger[slotOf(larger, values.at(i))] = i + 1;
        slots = larger;
      }
      return values.length - 1;
    },
  };
}
