import { GOLDEN_RATIO } from '../../text/hash.ts';

// Size of the table: twice as many slots as a signature has grams, at most; with the bits that count them.
const SLOT_BITS = 12;
const SLOTS = 1 << SLOT_BITS;
const MASK = SLOTS - 1;

/** Scratch memory: the grams of one article by their places. */
export interface GramSet {
  readonly keys: Uint32Array;
  /** Place of the gram plus one; 0 for an empty slot. */
  readonly places: Uint16Array;
}

/** An empty set. */
export function createGramSet(): GramSet {
  return { keys: new Uint32Array(SLOTS), places: new Uint16Array(SLOTS) };
}

/** Empties a set. */
export function clearGrams(set: GramSet): void {
  set.places.fill(0);
}

/** Enters a gram with its place, unless it is there; tells whether it is new. No more than 3,000 fit. */
export function enterGram({ keys, places }: GramSet, gram: number, place: number): boolean {
  let slot = Math.imul(gram, GOLDEN_RATIO) >>> (32 - SLOT_BITS);
  for (; places[slot] !== 0; slot = (slot + 1) & MASK) if (keys[slot] === gram) return false;
  keys[slot] = gram;
  places[slot] = place + 1;
  return true;
}

/** The place of a gram; -1 where it is not there. */
export function placeOfGram({ keys, places }: GramSet, gram: number): number {
  let slot = Math.imul(gram, GOLDEN_RATIO) >>> (32 - SLOT_BITS);
  for (; places[slot] !== 0; slot = (slot + 1) & MASK) {
    if (keys[slot] === gram) return places[slot]! - 1;
  }
  return -1;
}
