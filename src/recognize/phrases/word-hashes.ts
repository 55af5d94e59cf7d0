import { FNV_BASIS, FNV_PRIME, mix } from '../../text/hash.ts';

// Two hashes of the kind of FNV-1a: the first with its own basis and prime, the second with odd numbers set by hand.
const OTHER_SEED = 0x3c6ef372;
const OTHER_PRIME = 0x27220a95;
/** Tells a pair of words from the words (the multiplier of MurmurHash2). */
const PAIR = 0x5bd1e995;
/** U+0020, between the words of a key. */
const SPACE = 0x20;

/** Of the 16 bits in which a feature's count with a label is kept, those of the label: 32 labels at most. */
export const LABEL_BITS = 5;

/** Takes the two hashes of a feature: 64 bits, which no two features of all phrases share. */
export type UseHashes = (first: number, second: number) => void;

/**
 * Calls back for each feature of a key (see `keyOf`): its words and pairs of neighbours; of words of one character, as
 * those of scripts without spaces are, pairs and threes.
 */
export function eachFeature(key: string, use: UseHashes): void {
  let words = 0;
  // The hashes of the word before, and of the pair that it ended.
  let first = 0;
  let second = 0;
  let firstPair = 0;
  let secondPair = 0;
  for (let at = 0; at < key.length; at++) {
    const from = at;
    let a = FNV_BASIS;
    let b = OTHER_SEED;
    for (let code = key.charCodeAt(at); code !== SPACE && at < key.length; ) {
      a = Math.imul(a ^ code, FNV_PRIME);
      b = Math.imul(b ^ code, OTHER_PRIME);
      at += 1;
      code = key.charCodeAt(at);
    }
    if (at - from > 1) use(a, b);
    else if (words > 1) use(mix(firstPair, a), mix(secondPair, b));
    firstPair = mix(first, a ^ PAIR);
    secondPair = mix(second, b ^ PAIR);
    if (words > 0) use(firstPair, secondPair);
    first = a;
    second = b;
    words += 1;
  }
}
