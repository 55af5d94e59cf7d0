import { scan } from '../../text/counts.ts';
import { GOLDEN_RATIO, mix } from '../../text/hash.ts';

// The weights were trained with these: another number makes other features.
/** The filter has two to this many bits, 256 KB: one in twenty is set. */
const BITS = 21;
// Tell pairs and openings from words.
const PAIR = 3;
const OPENING = 5;
const GAP = /…|\{\}/;
const NUMBER = /#/g;
const BETWEEN_UNSPACED =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]) (?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])/gu;

/** The place of a hash among the bits. */
export function bitOf(hash: number): number {
  return Math.imul(hash, GOLDEN_RATIO) >>> (32 - BITS);
}

/** The hash of two neighbouring words. */
export function pairOf(first: number, second: number): number {
  return mix(mix(first | 1, second | 1), PAIR);
}

/** The hash of the two words that a line begins with. */
export function openingOf(first: number, second: number): number {
  return mix(pairOf(first, second), OPENING);
}

/**
 * The words, pairs of words and openings of all phrases, as the bits of a Bloom filter of one hash: one in twenty of
 * what they do not hold is taken for theirs.
 *
 * @param phrases lines of a label and its keys, parted by tabs.
 * @public `npm run generate` makes the table with it.
 */
export function phraseBits(phrases: readonly string[]): Uint8Array {
  const bits = new Uint8Array(1 << (BITS - 3));
  const put = (hash: number) => {
    const bit = bitOf(hash);
    bits[bit >> 3]! |= 1 << (bit & 7);
  };
  for (const line of phrases) {
    for (const key of line.split('\t').slice(1)) {
      key.split(GAP).forEach((part, k) => {
        const tokens: number[] = [];
        scan(part.replace(NUMBER, '1').replace(BETWEEN_UNSPACED, ''), tokens);
        tokens.forEach((token, j) => {
          put(token | 1);
          if (j > 0) put(pairOf(tokens[j - 1]!, token));
        });
        if (k === 0 && tokens.length > 1) put(openingOf(tokens[0]!, tokens[1]!));
      });
    }
  }
  return bits;
}
