import { keptCost } from '../../../language-model/character-costs.ts';
import { CJK, type Model } from '../../../language-model/trigram-model.ts';
import { COMMON_PAIR, EXPECTED, SURPRISE } from '../costs.ts';

/** The model's numbers below this are of scripts written with few characters, whose pairs have a table of their own. */
const ALPHABETIC = 3328;
/** Slots of a table of what was seen: 256 KB each. */
const SLOT_BITS = 16;
const SLOTS = 2 ** SLOT_BITS;
/** The golden ratio as a fraction of 2³²: spreads numbers over slots (Knuth, multiplicative hashing). */
const GOLDEN = 0x9e3779b1;
/** Bits of the model's numbers. */
const ID_BITS = 14;
/** What the table of alphabetic pairs holds; 0 where nothing is known yet. */
const IS_COMMON = 1;
const IS_RARE = 2;

/**
 * Tells how strange text is: the bits of its surprising characters, those that are no ASCII or stand behind one
 * that is none. Pairs and triples looked up once are remembered in tables of fixed size.
 */
export class SurpriseScan {
  /** Where the surprising characters stand, in units, of the text looked at last. Invalidated by the next call of `units`. */
  readonly places: number[] = [];
  /** How many bits each of them costs; invalidated like `places`. */
  readonly costs: number[] = [];
  private readonly model: Model;
  private readonly pairs: CommonPairs;
  /** What surprised nobody: `b`, `c` and four bits of `a`; its other ten bits are in the slot. */
  private readonly dull = new Int32Array(SLOTS).fill(-1);
  /** Where the stretch ended that was read last. */
  private stop = 0;

  constructor(model: Model) {
    this.model = model;
    this.pairs = new CommonPairs(model);
  }

  /** The strangeness of the first `end` units of a text, behind which a space stands; counted no further than `limit`. */
  units(units: Uint16Array, end: number, limit: number): number {
    if (this.places.length > 0) {
      this.places.length = 0;
      this.costs.length = 0;
    }
    let sum = 0;
    for (let i = 0; i < end && sum < limit; i++) {
      if (units[i]! < 0x80) continue;
      sum += this.stretch(units, i, end, limit - sum);
      i = this.stop - 1;
    }
    return sum;
  }

  /** The strangeness of the first `length` code points of a list, places not noted; counted no further than `limit`. */
  codes(codes: ArrayLike<number>, length: number, limit: number): number {
    const { ids, idOf, space } = this.model;
    let a = space;
    let b = space;
    let sum = 0;
    let wide = false;
    for (let i = 0; i <= length && sum < limit; i++) {
      const code = i < length ? codes[i]! : 0x20;
      const c = code < 0x10000 ? ids[code]! : idOf(code);
      if ((code >= 0x80 || wide) && !this.pairs.isCommon(b, c)) sum += this.surprise(a, b, c);
      wide = code >= 0x80;
      a = b;
      b = c;
    }
    return sum;
  }

  /** The strangeness of a stretch that is no ASCII, with the character after it; it ends at `stop`. */
  private stretch(units: Uint16Array, from: number, end: number, limit: number): number {
    const { ids, idOf, space } = this.model;
    const { pairs } = this;
    let a = from > 1 ? ids[units[from - 2]!]! : space;
    let b = from > 0 ? ids[units[from - 1]!]! : space;
    let sum = 0;
    let unit = 0x80;
    let i = from;
    while (unit >= 0x80 && i <= end && sum < limit) {
      unit = units[i]!;
      const wide = (unit & 0xfc00) === 0xd800 && (units[i + 1]! & 0xfc00) === 0xdc00;
      const c = wide ? idOf(pairOf(unit, units[i + 1]!)) : ids[unit]!;
      if (!pairs.isCommon(b, c)) sum += this.noted(a, b, c, i);
      a = b;
      b = c;
      i += wide ? 2 : 1;
    }
    this.stop = i;
    return sum;
  }

  private noted(a: number, b: number, c: number, place: number): number {
    const bits = this.surprise(a, b, c);
    if (bits > 0) {
      this.places.push(place);
      this.costs.push(bits + EXPECTED);
    }
    return bits;
  }

  /** What a character adds that is no ASCII or stands behind one that is none. */
  private surprise(a: number, b: number, c: number): number {
    const key = (b << (ID_BITS + 4)) | (c << 4) | (a & 15);
    const slot = (Math.imul(key, GOLDEN) >>> (32 - SLOT_BITS)) ^ (a >> 4);
    if (this.dull[slot] === key) return 0;
    const bits = keptCost(this.model, a, b, c);
    if (bits >= SURPRISE) return bits - EXPECTED;
    this.dull[slot] = key;
    return 0;
  }
}

/** Which pairs of characters are common: costed once, then remembered. */
class CommonPairs {
  private readonly model: Model;
  /** Two bits for each pair of two alphabetic characters. */
  private readonly alphabetic = new Uint8Array((ALPHABETIC * ALPHABETIC) >> 2);
  /** For other pairs: pair and verdict (1: common) in one number, by a hash of the pair. */
  private readonly other = new Int32Array(SLOTS).fill(-1);

  constructor(model: Model) {
    this.model = model;
  }

  isCommon(b: number, c: number): boolean {
    if (b >= ALPHABETIC || c >= ALPHABETIC) return this.isCommonOther(b, c);
    const place = b * ALPHABETIC + c;
    const shift = (place & 3) << 1;
    const found = (this.alphabetic[place >> 2]! >> shift) & 3;
    if (found !== 0) return found === IS_COMMON;
    const common = this.judge(b, c);
    this.alphabetic[place >> 2]! |= (common ? IS_COMMON : IS_RARE) << shift;
    return common;
  }

  private isCommonOther(b: number, c: number): boolean {
    const { script } = this.model;
    if (script[b] === CJK && script[c] === CJK) return true;
    const pair = (b << ID_BITS) | c;
    const slot = Math.imul(pair, GOLDEN) >>> (32 - SLOT_BITS);
    const found = this.other[slot]!;
    if (found >> 1 === pair) return (found & 1) === 1;
    const common = this.judge(b, c);
    this.other[slot] = (pair << 1) | (common ? 1 : 0);
    return common;
  }

  private judge(b: number, c: number): boolean {
    const { noBreak, script, pairCost } = this.model;
    if (c === noBreak || (script[b] === CJK && script[c] === CJK)) return true;
    return pairCost(b, c) <= COMMON_PAIR;
  }
}

/** The code point of two surrogates. */
function pairOf(high: number, low: number): number {
  return 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff);
}
