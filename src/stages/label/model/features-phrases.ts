import { OPEN_PHRASES, WHOLE_PHRASES } from '../../../generated/lexicon.ts';
import { scan } from './scan.ts';
import type { Sequence } from './sequence.ts';
import { mix, type Sheet } from './sheet.ts';

const BITS = 21;
const PAIR = 3;
const OPENING = 5;
const MAX_TOKENS = 60;
const GAP = /…|\{\}/;
const NUMBER = /#/g;
const BETWEEN_UNSPACED =
  /(?<=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]) (?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])/gu;

/**
 * Columns of how far a block's words are those of furniture: the shares of its words and of its pairs of
 * neighbouring words that stand in the phrase lists, and whether it begins as one of the phrases does. Lists of
 * phrases are in more languages than pages to learn words from are.
 */
export function phraseFeatures(sheet: Sheet, { items, tokens, starts }: Sequence): void {
  const words = sheet.add('phraseWords');
  const pairs = sheet.add('phrasePairs');
  const opening = sheet.add('phraseOpening');
  for (let i = 0; i < items.length; i++) {
    const [from, to] = [starts[i]!, starts[i + 1]!];
    const count = to - from;
    if (count < 2 || count > MAX_TOKENS) continue;
    let known = 0;
    let joined = 0;
    for (let k = from; k < to; k++) {
      if (has(tokens[k]! | 1)) known += 1;
      if (k > from && has(pairOf(tokens[k - 1]!, tokens[k]!))) joined += 1;
    }
    words[i] = known / count;
    pairs[i] = joined / (count - 1);
    opening[i] = has(mix(pairOf(tokens[from]!, tokens[from + 1]!), OPENING)) ? 1 : 0;
  }
}

let table: Uint8Array | undefined;

/** Whether the phrases hold it; one in twenty of what they do not is taken for theirs (a Bloom filter of one hash). */
function has(hash: number): boolean {
  table ??= readPhrases();
  const bit = Math.imul(hash, 0x9e3779b1) >>> (32 - BITS);
  return ((table[bit >> 3]! >> (bit & 7)) & 1) === 1;
}

function readPhrases(): Uint8Array {
  const bits = new Uint8Array(1 << (BITS - 3));
  const put = (hash: number) => {
    const bit = Math.imul(hash, 0x9e3779b1) >>> (32 - BITS);
    bits[bit >> 3]! |= 1 << (bit & 7);
  };
  for (const line of [...WHOLE_PHRASES, ...OPEN_PHRASES]) {
    for (const key of line.split('\t').slice(1)) {
      key.split(GAP).forEach((part, k) => {
        const tokens: number[] = [];
        scan(part.replace(NUMBER, '1').replace(BETWEEN_UNSPACED, ''), tokens);
        tokens.forEach((token, j) => {
          put(token | 1);
          if (j > 0) put(pairOf(tokens[j - 1]!, token));
        });
        if (k === 0 && tokens.length > 1) put(mix(pairOf(tokens[0]!, tokens[1]!), OPENING));
      });
    }
  }
  return bits;
}

function pairOf(first: number, second: number): number {
  return mix(mix(first | 1, second | 1), PAIR);
}
