import type { GramWeights } from '../weights/gram-weights.ts';
import type { Draft } from './draft.ts';
import { clearGrams, enterGram } from './gram-set.ts';
import { isKept, RATE_BITS, type Signature } from './signature.ts';

// What is kept of an article, at most. Set by hand: a signature stays below 4 KB, and 3 KB of news are kept whole.
/** Grams; of longer articles half, a quarter, … are kept. */
const MAX_GRAMS = 1024;
/** Grams that are entered; more come of a long article only, where chance kept more than its share. */
const MOST_GRAMS = 2048;
/** Numbers and names, the first ones. */
const MAX_FACTS = 128;

// Layout, in bytes: rate, count of grams (two), count of facts; then the grams, then the facts.
const HEAD = 4;
const GRAM_BYTES = 3;
const FACT_BYTES = 6;
const BYTE = 8;

/** The bytes of a signature: what stores hold. */
export function packSignature(draft: Draft): Uint8Array {
  const { grams, gramCount, weights, places, values, seen } = draft;
  const rate = rateFor(gramCount);
  const factCount = Math.min(draft.factCount, MAX_FACTS);
  const room = Math.min(gramCount, MOST_GRAMS) * GRAM_BYTES;
  const bytes = new Uint8Array(HEAD + room + factCount * FACT_BYTES);
  clearGrams(seen);
  let at = HEAD;
  let count = 0;
  for (let i = 0; i < gramCount && count < MOST_GRAMS; i++) {
    const gram = grams[i]!;
    if (weights[i] === 0 || !isKept(gram, rate) || !enterGram(seen, gram, count)) continue;
    writeThree(bytes, at, gram);
    at += GRAM_BYTES;
    count += 1;
  }
  for (let i = 0; i < factCount; i++, at += FACT_BYTES) {
    writeThree(bytes, at, values[i]!);
    writeThree(bytes, at + GRAM_BYTES, places[i]!);
  }
  bytes[0] = rate;
  bytes[1] = count;
  bytes[2] = count >>> BYTE;
  bytes[3] = factCount;
  return bytes.subarray(0, at);
}

function rateFor(count: number): number {
  let rate = 0;
  while (rate < RATE_BITS && count >> rate > MAX_GRAMS) rate += 1;
  return rate;
}

/** Whether bytes are as long as the signature that they begin. */
export function isPacked(bytes: Uint8Array): boolean {
  const grams = bytes[1]! | (bytes[2]! << BYTE);
  return (
    bytes.length >= HEAD && bytes.length === HEAD + grams * GRAM_BYTES + bytes[3]! * FACT_BYTES
  );
}

/** Reads a signature from bytes that were packed with the same weights. */
export function unpackSignature(bytes: Uint8Array, weights: GramWeights): Signature {
  const grams = new Uint32Array(bytes[1]! | (bytes[2]! << BYTE));
  const weighed = new Uint8Array(grams.length);
  let at = HEAD;
  for (let i = 0; i < grams.length; i++, at += GRAM_BYTES) {
    grams[i] = readThree(bytes, at);
    weighed[i] = weights(grams[i]!);
  }
  const values = new Uint32Array(bytes[3]!);
  const places = new Uint32Array(values.length);
  for (let i = 0; i < values.length; i++, at += FACT_BYTES) {
    values[i] = readThree(bytes, at);
    places[i] = readThree(bytes, at + GRAM_BYTES);
  }
  return { rate: bytes[0]!, grams, weights: weighed, places, values };
}

function readThree(bytes: Uint8Array, at: number): number {
  return bytes[at]! | (bytes[at + 1]! << BYTE) | (bytes[at + 2]! << (2 * BYTE));
}

function writeThree(bytes: Uint8Array, at: number, value: number): void {
  bytes[at] = value;
  bytes[at + 1] = value >>> BYTE;
  bytes[at + 2] = value >>> (2 * BYTE);
}
