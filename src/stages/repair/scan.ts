import type { Model } from './model.ts';
import { keptPrice } from './prices.ts';

/** A character dearer than this, in bits, is a sign of damage. */
const SURPRISE = 20;
/** What of its price is no surprise. */
const EXPECTED = 12;

/** A pair this cheap is common whatever stands before it. */
const COMMON = 5;
const SLOTS = 1 << 17;
const ID_BITS = 14;

/** How strange a text is: the bits of its surprising characters, those beside or of what is no ASCII; `limit` ends the search. */
export type Scan = (text: string, limit: number) => number;

/** Makes the quick look at a text. Pairs looked up once are remembered in a table of fixed size. */
export function createScan(model: Model): Scan {
  const { idOf, space, ids } = model;
  const isCommon = commonPairs(model);
  // what a character adds that is no ASCII or stands after one that is none
  const surprise = (a: number, b: number, c: number): number => {
    if (isCommon(b, c)) return 0;
    const bits = keptPrice(model, a, b, c);
    return bits >= SURPRISE ? bits - EXPECTED : 0;
  };
  let stop = 0;
  // a stretch that is no ASCII, with the character after it; it ends at `stop`
  const stretch = (text: string, from: number, limit: number): number => {
    const end = text.length;
    let a = from > 1 ? ids[text.charCodeAt(from - 2)]! : space;
    let b = from > 0 ? ids[text.charCodeAt(from - 1)]! : space;
    let sum = 0;
    let unit = 0x80;
    let i = from;
    while (unit >= 0x80 && i <= end && sum < limit) {
      unit = i < end ? text.charCodeAt(i) : 0x20;
      const high = unit >= 0xd800 && unit < 0xdc00;
      const c = high ? idOf(text.codePointAt(i)!) : ids[unit]!;
      sum += surprise(a, b, c);
      a = b;
      b = c;
      i += high ? 2 : 1;
    }
    stop = i;
    return sum;
  };
  return (text, limit) => {
    const end = text.length;
    let sum = 0;
    for (let i = 0; i < end && sum < limit; i++) {
      if (text.charCodeAt(i) < 0x80) continue;
      sum += stretch(text, i, limit - sum);
      i = stop - 1;
    }
    return sum;
  };
}

/** Whether a pair is common: price once, then remember. */
function commonPairs({ pairPrice, noBreak }: Model): (b: number, c: number) => boolean {
  // pair and verdict (1: common) in one number, by a hash of the pair
  const known = new Int32Array(SLOTS).fill(-1);
  return (b, c) => {
    const pair = (b << ID_BITS) | c;
    const slot = (Math.imul(pair, 0x9e3779b1) >>> 15) & (SLOTS - 1);
    const found = known[slot]!;
    if (found >> 1 === pair) return (found & 1) === 1;
    const common = pairPrice(b, c) <= COMMON || c === noBreak;
    known[slot] = (pair << 1) | (common ? 1 : 0);
    return common;
  };
}
