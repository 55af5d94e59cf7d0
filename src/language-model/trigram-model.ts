import { once } from '../assets/once.ts';
import { readTrigrams, type Trigrams } from '../assets/trigrams.ts';

/** A language model over characters: costs in bits. */
export interface Model {
  /** The model's number for a code point: its own, or its class's. */
  readonly idOf: (code: number) => number;
  /** Bits of the code point `code`, whose number is `c`, after the numbers `a` and `b`. */
  readonly cost: (a: number, b: number, c: number) => number;
  /** Bits of `c` after `b` alone. */
  readonly pairCost: (b: number, c: number) => number;
  /** The numbers of the code units of the basic plane. */
  readonly ids: Uint16Array;
  readonly space: number;
  readonly noBreak: number;
  /** By number: the script of a letter (Chinese, Japanese and Korean ones are one), 0 for other characters. */
  readonly script: Uint8Array;
  /** By number: 1 for upper case. */
  readonly upper: Uint8Array;
  /** By number: whether it stands for a class of characters that the training hardly saw. */
  readonly rare: Uint8Array;
  /** By number: 1 for the few hundred commonest letters of Chinese, Japanese and Korean. */
  readonly usual: Uint8Array;
  readonly box: number;
  readonly halfKana: number;
}

/** Scripts that the model tells apart where it matters. */
export const LATIN = 1;
/** Chinese, Japanese and Korean letters: one script here. */
export const CJK = 2;

/** Slots of a bucket of the stored table, as scripts/mojibake/train.mjs lays it out. */
const SLOTS = 8;
/** Marks of direction and the like, which are seldom typed. */
const DIRECTIONS = [0x200e, 0x200f, 0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2060, 0xfeff];
/** Costs of single characters are stored in eighths of a bit, as scripts/mojibake/train.mjs writes them. */
const EIGHTH = 1 / 8;
/**
 * A Chinese, Japanese or Korean letter that costs no more bits by itself is one of the few hundred commonest. Set by
 * hand.
 */
const USUAL = 16;
/** A capital behind a capital that costs fewer bits is costed as it stands. Set by hand. */
const CAPITALS = 8;
/** Bits that two capitals cost more than the small letters. Set by hand. */
const CAPITALS_COST = 1.5;

/** The model, unpacked on first use. */
export const loadModel: () => Model = once(unpack);

function unpack(): Model {
  const data = readTrigrams();
  const { table, buckets, step } = data;
  const { ids, classes } = numbersOf(data);
  const known = data.known.length;
  const extra = data.classSizes.map((size) => Math.log2(Math.max(1, size)));
  const unigrams = bitsOf(data.unigrams);
  const backoffs = bitsOf(data.backoffs);
  const context = unigrams.length + 1;
  for (let k = 0; k < extra.length; k++) unigrams[known + k]! += extra[k]!;
  const astral = data.astral.map((k) => known + k);

  const kinds = kindsOf(data, ids, classes, unigrams.length);
  const { lower } = kinds;

  const pairCost = (b: number, c: number): number => {
    const second = lookup(table, buckets, unigrams.length, b, c);
    if (second < 0) return backoffs[b]! + unigrams[c]!;
    return second * step + (c >= known ? extra[c - known]! : 0);
  };
  const exact = (a: number, b: number, c: number): number => {
    const third = lookup(table, buckets, a, b, c);
    if (third >= 0) return third * step + (c >= known ? extra[c - known]! : 0);
    const held = lookup(table, buckets, a, b, context);
    return (held > 0 ? held * step : 0) + pairCost(b, c);
  };
  // capitals are written like small letters, of which more has been seen
  const cost = remembered((a, b, c) => {
    const bits = exact(a, b, c);
    if (bits < CAPITALS || kinds.upper[c] === 0 || kinds.upper[b] === 0) return bits;
    return Math.min(bits, exact(lower[a]!, lower[b]!, lower[c]!) + CAPITALS_COST);
  });
  return {
    script: kinds.script,
    upper: kinds.upper,
    rare: kinds.rare,
    usual: kinds.script.map((script, id) =>
      script === CJK && id < known && unigrams[id]! <= USUAL ? 1 : 0,
    ),
    box: ids[0x2500]!,
    halfKana: ids[0xff71]!,
    idOf: (code) => (code < 0x10000 ? ids[code]! : astral[astralClass(code)]!),
    cost,
    pairCost,
    ids,
    space: ids[32]!,
    noBreak: ids[0xa0]!,
  };
}

/** The memory of costs has two to this many entries, 1 MB. Set by hand, for speed alone. */
const MEMO_BITS = 17;
/** Bits of a character's number. */
const ID_BITS = 14;
/** Costs are remembered in parts of a bit. */
const PARTS = 64;
// Bits of an entry that hold a cost.
const COST_BITS = 22;
const COST_MASK = (1 << COST_BITS) - 1;

/** Costs, each looked up once as long as it is not driven out by another one: a table of fixed size. */
function remembered(cost: Model['cost']): Model['cost'] {
  // two words for each: the pair and four bits of the first number; its other ten bits and the cost
  const memo = new Int32Array(2 << MEMO_BITS).fill(-1);
  return (a, b, c) => {
    const pair = (b << ID_BITS) | c;
    const hash = Math.imul(Math.imul(pair, 0x9e3779b1) ^ Math.imul(a, 0x85ebca6b), 0x2c1b3c6d);
    const slot = (hash >>> (32 - MEMO_BITS)) << 1;
    const low = (pair << 4) | (a & 15);
    const found = memo[slot + 1]!;
    if (memo[slot] === low && found >>> COST_BITS === a >> 4) return (found & COST_MASK) / PARTS;
    const bits = Math.round(cost(a, b, c) * PARTS);
    memo[slot] = low;
    memo[slot + 1] = ((a >> 4) << COST_BITS) | bits;
    return bits / PARTS;
  };
}

const LETTERS = /^([A-Z].+)([ULOM])$/;
const CJK_SCRIPT = /^(?:Han|Hiragana|Katakana|Hangul|Bopomofo)$/;

/** What the numbers stand for, by the classes of their characters. */
function kindsOf(
  { known, classNames, astral }: Trigrams,
  ids: Uint16Array,
  classes: Uint8Array,
  size: number,
): Pick<Model, 'script' | 'upper' | 'rare'> & { lower: Uint16Array } {
  const script = new Uint8Array(size);
  const upper = new Uint8Array(size);
  const rare = new Uint8Array(size).fill(1, known.length);
  const lower = new Uint16Array(size);
  const scripts = ['', 'Latin', 'CJK'];
  const letters = classNames.map((name) => LETTERS.exec(name));
  const numbers = letters.map((m) => {
    if (!m) return 0;
    const name = CJK_SCRIPT.test(m[1]!) ? 'CJK' : m[1]!;
    if (!scripts.includes(name)) scripts.push(name);
    return scripts.indexOf(name);
  });
  const isUpper = letters.map((m) => m?.[2] === 'U');
  for (let id = 0; id < size; id++) lower[id] = id;
  for (let id = 0; id < known.length; id++) {
    const kind = classes[id]!;
    script[id] = numbers[kind]!;
    if (!isUpper[kind]) continue;
    upper[id] = 1;
    lower[id] = ids[String.fromCharCode(known[id]!).toLowerCase().charCodeAt(0)]!;
  }
  for (let kind = 0; kind < numbers.length; kind++) script[known.length + kind] = numbers[kind]!;
  for (const code of DIRECTIONS) rare[ids[code]!] = 1;
  rare[known.length + astral[1]!] = 0; // emoji
  script[known.length + astral[0]!] = scripts.indexOf('CJK');
  return { script, upper, rare, lower };
}

function astralClass(code: number): number {
  if (code >= 0x20000) return 0;
  if (code >= 0x1f000) return 1;
  return code >= 0x1d400 && code < 0x1d800 ? 2 : 3;
}

/** The number of every code point of the basic plane, and the class of each character that has one of its own. */
function numbersOf({ known, rangeLengths, rangeClasses }: Trigrams): {
  readonly ids: Uint16Array;
  readonly classes: Uint8Array;
} {
  const ids = new Uint16Array(0x10000);
  const classes = new Uint8Array(known.length);
  let at = 0;
  let id = 0;
  for (let i = 0; i < rangeLengths.length; i++) {
    const end = at + rangeLengths[i]!;
    ids.fill(known.length + rangeClasses[i]!, at, end);
    for (; id < known.length && known[id]! < end; id++) {
      ids[known[id]!] = id;
      classes[id] = rangeClasses[i]!;
    }
    at = end;
  }
  for (let digit = 0x31; digit <= 0x39; digit++) ids[digit] = ids[0x30]!;
  for (let control = 9; control < 14; control++) ids[control] = ids[32]!;
  return { ids, classes };
}

/** Bits of prices in eighths. */
function bitsOf(eighths: Uint8Array): Float64Array {
  const bits = new Float64Array(eighths.length);
  for (let i = 0; i < bits.length; i++) bits[i] = eighths[i]! * EIGHTH;
  return bits;
}

/** The stored cost of an n-gram in steps, or -1. Each slot: 11 bits of fingerprint, 5 of cost. */
function lookup(table: Uint16Array, buckets: number, a: number, b: number, c: number): number {
  let h = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ Math.imul(c + 1, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39);
  h = (h ^ (h >>> 16)) >>> 0;
  let bucket = Math.floor((h / 4294967296) * buckets);
  const print = Math.imul(h, 0x9e3779b1) >>> 21 || 1;
  for (let tries = 0; tries < 2; tries++) {
    const from = bucket * SLOTS;
    for (let at = from; at < from + SLOTS; at++) {
      const slot = table[at]!;
      if (slot >>> 5 === print) return slot & 31;
      if (slot === 0) return -1;
    }
    bucket = bucket + 1 === buckets ? 0 : bucket + 1; // a full bucket runs over into the next
  }
  return -1;
}
