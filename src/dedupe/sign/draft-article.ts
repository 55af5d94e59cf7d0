import { FNV_BASIS, FNV_PRIME, mix } from '../../text/hash.ts';
import { cleanMarks } from '../tokens/clean-marks.ts';
import { readTokens } from '../tokens/read-tokens.ts';
import { TOKEN } from '../tokens/token-list.ts';
import { GRAM_BITS, type GramWeights } from '../weights/gram-weights.ts';
import { contentStart } from './content.ts';
import { type Draft, makeRoom } from './draft.ts';
import { chooseKeys } from './keys.ts';
import { FACT_BITS } from './signature.ts';

/** Stands for a number among the neighbours of a fact, so that a column of other numbers has the same. */
const ANY_NUMBER = 0x2545f491;
// Two hashes of all tokens: FNV-1a (RFC 9923), and a polynomial with an odd factor (of MurmurHash3's finalizer).
const HIGH_FACTOR = 0x85ebca6b | 0;
/** What is kept of a hash in one half of a fact. */
const FACT_SHIFT = 32 - FACT_BITS;

// A gram of this weight or less is a light one; a line with such a share of them says nothing (set on the open benchmark).
const LIGHT = 2;
const LIGHT_SHARE = 0.5;
/** UTF-16 units of an article that are read: four million, far above any article. Set by hand. */
export const MAX_LENGTH = 4 * 1024 * 1024;

/** Reads an article's text into a draft of its signature. */
export function draftArticle(text: string, draft: Draft, weights: GramWeights): void {
  const { tokens } = draft;
  const clean = cleanMarks(text.length > MAX_LENGTH ? text.slice(0, MAX_LENGTH) : text);
  readTokens(clean, tokens);
  const from = contentStart(clean, tokens);
  // What follows a dateline begins a sentence.
  tokens.kinds[from]! |= TOKEN.opens | TOKEN.line;
  makeRoom(draft, tokens.count);
  readGrams(draft, from, weights);
  silenceLines(draft, from);
  readFacts(draft, from);
  chooseKeys(draft);
}

function readGrams(draft: Draft, from: number, weights: GramWeights): void {
  const { tokens, grams, weights: weighed } = draft;
  const { hashes, kinds, count } = tokens;
  let low = FNV_BASIS;
  let high = 0;
  for (let i = from; i < count; i++) {
    // What else decides about grams and facts: capitals, and where lines and sentences begin.
    low = Math.imul(low ^ hashes[i]! ^ kinds[i]!, FNV_PRIME);
    high = (Math.imul(high, HIGH_FACTOR) + hashes[i]!) | 0;
  }
  const last = count - 1;
  for (let i = from; i < last; i++) {
    grams[i - from] = mix(hashes[i]!, hashes[i + 1]!) >>> (32 - GRAM_BITS);
  }
  const gramCount = Math.max(0, last - from);
  // By itself, so that the processor can wait for several places of the table at once.
  for (let i = 0; i < gramCount; i++) weighed[i] = weights(grams[i]!);
  draft.gramCount = gramCount;
  draft.identity = count > from ? (high >>> 12) * 2 ** 32 + (low >>> 0) : 0;
}

/** Takes the weight from lines that are made of what stands everywhere: menus, notices, calls to subscribe. */
function silenceLines({ tokens, weights, gramCount }: Draft, from: number): void {
  const { kinds } = tokens;
  let start = 0;
  let light = 0;
  for (let i = 0; i <= gramCount; i++) {
    const begins = i === gramCount || (i > start && kinds[from + i]! & TOKEN.line);
    if (begins) {
      if (light >= LIGHT_SHARE * (i - start) && i > start) {
        weights.fill(0, start, i);
        for (let k = from + start; k < from + i; k++) kinds[k]! |= TOKEN.silent;
      }
      start = i;
      light = 0;
    }
    if (i < gramCount && weights[i]! <= LIGHT) light += 1;
  }
}

/** Numbers and names that stand inside a sentence, each with the tokens around it. */
function readFacts(draft: Draft, from: number): void {
  const { places, values, factTokens, tokens } = draft;
  const { hashes, kinds, count } = tokens;
  let n = 0;
  for (let i = from; i < count; i++) {
    const kind = kinds[i]!;
    const isNumber = kind & TOKEN.number;
    const isName = (kind & (TOKEN.capital | TOKEN.opens)) === TOKEN.capital;
    if (!(isNumber || isName) || kind & TOKEN.silent) continue;
    const before = i === from ? 0 : neighbour(hashes[i - 1]!, kinds[i - 1]!);
    const behind = i + 1 === count ? 0 : neighbour(hashes[i + 1]!, kinds[i + 1]!);
    places[n] = mix(before, behind) >>> FACT_SHIFT;
    // The lowest bit tells numbers from names.
    values[n] = ((hashes[i]! >>> FACT_SHIFT) & ~1) | isNumber;
    factTokens[n] = i;
    n += 1;
  }
  draft.factCount = n;
}

function neighbour(hash: number, kind: number): number {
  return kind & TOKEN.number ? ANY_NUMBER : hash;
}
