import type { GramWeights } from '../weights/gram-weights.ts';
import type { Draft } from './draft.ts';
import { clearGrams, enterGram } from './gram-set.ts';
import { BYTE, FACT_BYTES, GRAM_BYTES, HEAD, MAX_FACTS, MAX_GRAMS, MOST_GRAMS } from './layout.ts';
import type { Room } from './room.ts';
import { isKept, RATE_BITS, type Signature } from './signature.ts';

/** The bytes of a signature: what stores hold. They are the draft's own until it is packed anew: keep a copy. */
export function packSignature(draft: Draft): Uint8Array {
  const { grams, gramCount, weights, places, values, seen } = draft;
  const rate = rateFor(gramCount);
  const factCount = Math.min(draft.factCount, MAX_FACTS);
  const { bytes } = draft;
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

/** Reads a signature from bytes that were packed with the same weights. @param room where it is put */
export function unpackSignature(bytes: Uint8Array, weights: GramWeights, room: Room): Signature {
  const grams = room.numbers(bytes[1]! | (bytes[2]! << BYTE));
  const weighed = room.bytes(grams.length);
  let at = HEAD;
  for (let i = 0; i < grams.length; i++, at += GRAM_BYTES) {
    grams[i] = readThree(bytes, at);
    weighed[i] = weights(grams[i]!);
  }
  const values = room.numbers(bytes[3]!);
  const places = room.numbers(values.length);
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
