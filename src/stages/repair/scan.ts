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
  const { idOf, space, ids, noBreak } = model;
  // pair and verdict (1: common) in one number, by a hash of the pair
  const known = new Int32Array(SLOTS).fill(-1);

  const isCommon = (b: number, c: number): boolean => {
    const pair = (b << ID_BITS) | c;
    const slot = (Math.imul(pair, 0x9e3779b1) >>> 15) & (SLOTS - 1);
    const found = known[slot]!;
    if (found >> 1 === pair) return (found & 1) === 1;
    const common = model.pairPrice(b, c) <= COMMON || c === noBreak;
    known[slot] = (pair << 1) | (common ? 1 : 0);
    return common;
  };

  return (text, limit) => {
    const end = text.length;
    let sum = 0;
    for (let i = 0; i < end; ) {
      if (text.charCodeAt(i) < 0x80) {
        i++;
        continue;
      }
      // a stretch that is no ASCII, and the character after it
      let a = i > 1 ? ids[text.charCodeAt(i - 2)]! : space;
      let b = i > 0 ? ids[text.charCodeAt(i - 1)]! : space;
      for (let more = true; more && i <= end; ) {
        const unit = i < end ? text.charCodeAt(i) : 0x20;
        const high = unit >= 0xd800 && unit < 0xdc00;
        const c = high ? idOf(text.codePointAt(i)!) : ids[unit]!;
        if (!isCommon(b, c)) {
          const bits = keptPrice(model, a, b, c);
          if (bits >= SURPRISE) sum += bits - EXPECTED;
          if (sum >= limit) return sum;
        }
        a = b;
        b = c;
        more = unit >= 0x80;
        i += high ? 2 : 1;
      }
    }
    return sum;
  };
}
