import { keptPrice } from '../../../language-model/character-costs.ts';
import { CJK, loadModel, type Model } from '../../../language-model/trigram-model.ts';
import { COMMON_PAIR, EXPECTED, SURPRISE } from '../costs.ts';
import { unitsOf } from './utf16.ts';

/** Numbers below this are of scripts written with few characters, whose pairs have a table of their own. */
const ALPHABETIC = 3328;
const SLOTS = 1 << 16;
const GOLDEN = 0x9e3779b1;
const ID_BITS = 14;
const IS_COMMON = 1;
const IS_RARE = 2;

/** Judges how strange text is: the bits of its surprising characters, those beside or of what is no ASCII. */
export interface Scan {
  /** Of a text; `limit` ends the search. */
  readonly text: (text: string, limit: number) => number;
  /** Of the first `end` units of a text, behind which a space stands; `limit` ends the search. */
  readonly units: (units: Uint16Array, end: number, limit: number) => number;
  /** Where the characters stand, in units, that were surprising in the text looked at last; over with the next look. */
  readonly marks: readonly number[];
  /** How many bits each of them costs. */
  readonly costs: readonly number[];
  /** Of the first `length` code points of a list; `limit` ends the search. */
  readonly codes: (codes: ArrayLike<number>, length: number, limit: number) => number;
}

let made: Scan | null = null;

/** The quick look at a text, made on first use. Pairs looked up once are remembered in tables of fixed size. */
export function loadScan(): Scan {
  made ??= createScan(loadModel());
  return made;
}

function createScan(model: Model): Scan {
  const { idOf, space, ids } = model;
  const isCommon = commonPairs(model);
  // what surprised nobody: `b`, `c` and four bits of `a`; its other ten bits are in the place
  const dull = new Int32Array(SLOTS).fill(-1);
  // what a character adds that is no ASCII or stands after one that is none
  const surprise = (a: number, b: number, c: number): number => {
    const key = (b << (ID_BITS + 4)) | (c << 4) | (a & 15);
    const slot = (Math.imul(key, GOLDEN) >>> 16) ^ (a >> 4);
    if (dull[slot] === key) return 0;
    const bits = keptPrice(model, a, b, c);
    if (bits >= SURPRISE) return bits - EXPECTED;
    dull[slot] = key;
    return 0;
  };
  const marks: number[] = [];
  const costs: number[] = [];
  const noted = (a: number, b: number, c: number, place: number): number => {
    const bits = surprise(a, b, c);
    if (bits > 0) {
      marks.push(place);
      costs.push(bits + EXPECTED);
    }
    return bits;
  };
  let stop = 0;
  // a stretch that is no ASCII, with the character after it; it ends at `stop`
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
  const units = (units: Uint16Array, end: number, limit: number): number => {
    marks.length = 0;
    costs.length = 0;
    let sum = 0;
    for (let i = 0; i < end && sum < limit; i++) {
      if (units[i]! < 0x80) continue;
      sum += stretch(units, i, end, limit - sum);
      i = stop - 1;
    }
    return sum;
  };
  const text = (text: string, limit: number): number => units(unitsOf(text), text.length, limit);
  const codes = (codes: ArrayLike<number>, length: number, limit: number): number => {
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
  return { text, units, marks, costs, codes };
}

/** Whether a pair is common: priced once, then remembered. */
function commonPairs(model: Model): (b: number, c: number) => boolean {
  const { pairPrice, noBreak, script } = model;
  const judge = (b: number, c: number): boolean =>
    c === noBreak || (script[b] === CJK && script[c] === CJK) || pairPrice(b, c) <= COMMON_PAIR;
  // two bits for each pair of two alphabetic characters
  const table = new Uint8Array((ALPHABETIC * ALPHABETIC) >> 2);
  // for other pairs: pair and verdict (1: common) in one number, by a hash of the pair
  const known = new Int32Array(SLOTS).fill(-1);
  const other = (b: number, c: number): boolean => {
    const pair = (b << ID_BITS) | c;
    const slot = (Math.imul(pair, GOLDEN) >>> 16) & (SLOTS - 1);
    const found = known[slot]!;
    if (found >> 1 === pair) return (found & 1) === 1;
    const common = judge(b, c);
    known[slot] = (pair << 1) | (common ? 1 : 0);
    return common;
  };
  return (b, c) => {
    if (b >= ALPHABETIC || c >= ALPHABETIC)
      return (script[b] === CJK && script[c] === CJK) || other(b, c);
    const place = b * ALPHABETIC + c;
    const shift = (place & 3) << 1;
    const found = (table[place >> 2]! >> shift) & 3;
    if (found !== 0) return found === IS_COMMON;
    const common = judge(b, c);
    table[place >> 2]! |= (common ? IS_COMMON : IS_RARE) << shift;
    return common;
  };
}

/** The code point of two surrogates. */
function pairOf(high: number, low: number): number {
  return 0x10000 + ((high & 0x3ff) << 10) + (low & 0x3ff);
}
