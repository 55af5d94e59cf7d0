import { once } from '../../../../assets/once.ts';
import { phraseTables } from '../../../../assets/phrases.ts';
import { bitOf, openingOf, pairOf } from '../../../../recognize/phrases/phrase-hashes.ts';
import type { Sequence } from '../sequence.ts';
import type { FeatureTable } from './feature-table.ts';

/** Words of a block; longer ones are no boilerplate of phrases. Set by hand, and part of what the weights were trained on. */
const MAX_TOKENS = 60;

/**
 * Columns of how far a block's words are those of boilerplate: the shares of its words and of its pairs of
 * neighbouring words that stand in the phrase lists, and whether it begins as one of the phrases does. Lists of
 * phrases are in more languages than pages to learn words from are.
 */
export function phraseFeatures(table: FeatureTable, { items, tokens, starts }: Sequence): void {
  const words = table.add('phraseWords');
  const pairs = table.add('phrasePairs');
  const opening = table.add('phraseOpening');
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
    opening[i] = has(openingOf(tokens[from]!, tokens[from + 1]!)) ? 1 : 0;
  }
}

const wordBits = once(() => phraseTables().uint8('word-bits'));

/** Whether the phrases hold it. */
function has(hash: number): boolean {
  const table = wordBits();
  const bit = bitOf(hash);
  return ((table[bit >> 3]! >> (bit & 7)) & 1) === 1;
}
