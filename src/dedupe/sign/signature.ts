import { GRAM_BITS } from '../weights/gram-weights.ts';

/** What is kept of an article to compare it with others. */
export interface Signature {
  /**
   * Its grams of two tokens as they follow in the text, each once, without those that weigh nothing. Of longer articles
   * one in `1 << rate` is kept, by its hash, so that the same are kept of all.
   */
  readonly grams: Uint32Array;
  /** How much each gram says, 1 to `FULL_WEIGHT`. */
  readonly weights: Uint8Array;
  readonly rate: number;
  /** Numbers and names: hash of the tokens around each, and of the token, in whose lowest bit numbers have a one. */
  readonly places: Uint32Array;
  readonly values: Uint32Array;
}

/** Bits of each half of a fact. */
export const FACT_BITS = 24;
/** Bits of a gram, the upper ones, that choose which are kept of a long article. */
export const RATE_BITS = 6;

/** Whether a gram is kept of articles of a rate. */
export function isKept(gram: number, rate: number): boolean {
  return ((gram >>> (GRAM_BITS - RATE_BITS)) & ((1 << rate) - 1)) === 0;
}
