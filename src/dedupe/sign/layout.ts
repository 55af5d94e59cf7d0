// What is kept of an article, at most. Set by hand: a signature stays below 4 KB, and 3 KB of news are kept whole.
/** Grams; of longer articles half, a quarter, … are kept. */
export const MAX_GRAMS = 1024;
/** Grams that are entered; more come of a long article only, where chance kept more than its share. */
export const MOST_GRAMS = 2048;
/** Numbers and names, the first ones. */
export const MAX_FACTS = 128;

// Layout, in bytes: rate, count of grams (two), count of facts; then the grams, then the facts.
export const HEAD = 4;
export const GRAM_BYTES = 3;
export const FACT_BYTES = 6;
/** Bits of a byte. */
export const BYTE = 8;
/** Bytes of the longest signature. */
export const MOST_BYTES = HEAD + MOST_GRAMS * GRAM_BYTES + MAX_FACTS * FACT_BYTES;
