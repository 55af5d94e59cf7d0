import { keptCost } from '../../../language-model/character-costs.ts';
import { CJK, type Model } from '../../../language-model/trigram-model.ts';
import { GOLDEN_RATIO } from '../../../text/hash.ts';
import { COMMON_PAIR, EXPECTED, SURPRISE } from '../costs.ts';

/** The model's numbers below this are of scripts written with few characters, whose pairs have a table of their own. */
const ALPHABETIC = 3328;
// Slots of a table of what was seen: 256 KB each.
const SLOT_BITS = 16;
const SLOTS = 2 ** SLOT_BITS;
/** Bits of the model's numbers. */
const ID_BITS = 14;
// What the table of alphabetic pairs holds; 0 where nothing is known yet.
const IS_COMMON = 1;
const IS_RARE = 2;

/**
 * Tells how strange text is: the bits of its surprising characters, those that are no ASCII or stand behind one
 * that is none. Pairs and triples looked up once are remembered in tables of fixed size.
 */
export interface SurpriseScan {
  /**
   * Where the surprising characters stand, in units, of the text looked at last. Invalidated by the next call of
   * `units`.
   */
  readonly places: readonly number[];
  /** How many bits each of them costs; invalidated like `places`. */
  readonly costs: readonly number[];
  /**
   * The strangeness of the first `end` units of a text, behind which a space stands; counted no further than `limit`.
   */
  readonly units: (units: Uint16Array, end: number, limit: number) => number;
  /** The strangeness of the first `length` code points of a list, places not noted; counted no further than `limit`. */
  readonly codes: (codes: ArrayLike<number>, length: number, limit: number) => number;
}

/**
 * Makes a scan with tables of its own. Functions over tables, since this is asked of every character: the compiler
 * takes such tables for constants, and the fields of an object not.
 */
export function createSurpriseScan(model: Model): SurpriseScan {
  const isCommon = commonPairs(model);
  const surprise = surprises(model);
  const places: number[] = [];
  const costs: number[] = [];
  const noted = (a: number, b: number, c: number, place: number): number => {
    const bits = surprise(a, b, c);
    if (bits > 0) {
      places.push(place);
      costs.push(bits + EXPECTED);
    }
    return bits;
  };
  const units = unitScan(model, isCommon, noted);
  return {
    places,
    costs,
    units: (text, end, limit) => {
      if (places.length > 0) {
        places.length = 0;
        costs.length = 0;
      }
      return units(text, end, limit);
    },
    codes: codeScan(model, isCommon, surprise),
  };
}

type IsCommon = (b: number, c: number) => boolean;
/** Bits that a character adds, by the model's numbers of it and of the two before it. */
type Surprise = (a: number, b: number, c: number) => number;

/** What reads UTF-16 units, stretch by stretch of what is no ASCII, each with the character behind it. */
function unitScan(
  { ids, idOf, space }: Model,
  isCommon: IsCommon,
  noted: (a: number, b: number, c: number, place: number) => number,
): SurpriseScan['units'] {
  // where the stretch ended that was read last
  let stop = 0;
  const stretch = (units: Uint16Array, from: number, end: number, limit: number): number => {
    let a = from > 1 ? ids[units[from - 2]!]! : space;
    let b = from > 0 ? ids[units[from - 1]!]! : space;
    let sum = 0;
    let unit = 0x80;
    let i = from;
    while (unit >= 0x80 && i <= end && sum < limit) {
      unit = units[i]!;
      const wide = (unit & 0xfc00) === 0xd800 && (units[i + 1]! & 0xfc00) === 0xdc00;
      const c = wide ? idOf(pairOf(unit, units[i + 1]!)) : ids[unit]!;
      if (!isCommon(b, c)) sum += noted(a, b, c, i);
      a = b;
      b = c;
      i += wide ? 2 : 1;
    }
    stop = i;
    return sum;
  };
  return (units, end, limit) => {
    let sum = 0;
    for (let i = 0; i < end && sum < limit; i++) {
      if (units[i]! < 0x80) continue;
      sum += stretch(units, i, end, limit - sum);
      i = stop - 1;
    }
    return sum;
  };
}

/** What reads code points. */
function codeScan(
  { ids, idOf, space }: Model,
  isCommon: IsCommon,
  surprise: Surprise,
): SurpriseScan['codes'] {
  return (codes, length, limit) => {
    let a = space;
    let b = space;
    let sum = 0;
    let wide = false;
    for (let i = 0; i <= length && sum < limit; i++) {
      const code = i < length ? codes[i]! : 0x20;
      const c = code < 0x10000 ? ids[code]! : idOf(code);
      if ((code >= 0x80 || wide) && !isCommon(b, c)) sum += surprise(a, b, c);
      wide = code >= 0x80;
      a = b;
      b = c;
    }
    return sum;
  };
}

/** What a character adds, in bits, that is no ASCII or stands behind one that is none: 0 where it surprises nobody. */
function surprises(model: Model): Surprise {
  // what surprised nobody: `b`, `c` and four bits of `a`; its other ten bits are in the slot
  const dull = new Int32Array(SLOTS).fill(-1);
  return (a, b, c) => {
    const key = (b << (ID_BITS + 4)) | (c << 4) | (a & 15);
    const slot = (Math.imul(key, GOLDEN_RATIO) >>> (32 - SLOT_BITS)) ^ (a >> 4);
    if (dull[slot] === key) return 0;
    const bits = keptCost(model, a, b, c);
    if (bits >= SURPRISE) return bits - EXPECTED;
    dull[slot] = key;
    return 0;
  };
}

/** Which pairs of characters are common: costed once, then remembered. */
function commonPairs(model: Model): IsCommon {
  const { script } = model;
  // two bits for each pair of two alphabetic characters
  const alphabetic = new Uint8Array((ALPHABETIC * ALPHABETIC) >> 2);
  const isCommonOther = otherCommonPairs(model);
  return (b, c) => {
    if (b >= ALPHABETIC || c >= ALPHABETIC)
      return (script[b] === CJK && script[c] === CJK) || isCommonOther(b, c);
    const place = b * ALPHABETIC + c;
    const shift = (place & 3) << 1;
    const found = (alphabetic[place >> 2]! >> shift) & 3;
    if (found !== 0) return found === IS_COMMON;
    const common = isCommonPair(model, b, c);
    alphabetic[place >> 2]! |= (common ? IS_COMMON : IS_RARE) << shift;
    return common;
  };
}

/** Which pairs are common of those in which one character is not alphabetic. */
function otherCommonPairs(model: Model): IsCommon {
  // pair and verdict (1: common) in one number, by a hash of the pair
  const known = new Int32Array(SLOTS).fill(-1);
  return (b, c) => {
    const pair = (b << ID_BITS) | c;
    const slot = Math.imul(pair, GOLDEN_RATIO) >>> (32 - SLOT_BITS);
    const found = known[slot]!;
    if (found >> 1 === pair) return (found & 1) === 1;
    const common = isCommonPair(model, b, c);
    known[slot] = (pair << 1) | (common ? 1 : 0);
    return common;
  };
}

function isCommonPair({ noBreak, script, pairCost }: Model, b: number, c: number): boolean {
  if (c === noBreak || (script[b] === CJK && script[c] === CJK)) return true;
  return pairCost(b, c) <= COMMON_PAIR;
}

/** The code point of two surrogates. */
function pairOf(high: number, low: number): number {
  return 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff);
}
