// Counts character n-grams of a folder of texts and writes assets/trigrams.bin.
// usage: node --max-old-space-size=8000 train.mjs CORPUS OUT.bin [--leave REGEX]
//   --leave: leaves out every line with a character that matches (\p{Script=Thai}, say)
// The same corpus gives the same file. The format is described in src/language-model/trigram-model.ts.
import fs from 'node:fs';
import { digestOf, writeAsset } from '../assets.mjs';
import { className } from './classes.mjs';
import { corpusOf } from './texts.mjs';

const [dir, out] = process.argv.slice(2);
const at = process.argv.indexOf('--leave');
const leave = at > 0 ? new RegExp(process.argv[at + 1], 'u') : null;
const MIN_COUNT = 6; // for a character to be counted by itself
const BUCKETS = Number(process.env.BUCKETS ?? 90000);
const LOAD = 0.86;
const SLOTS = 8;

const corpus = () => corpusOf(dir, leave);

const DIGIT = /[0-9]/;
function codes(line) {
  const a = [];
  for (const ch of line) {
    let c = ch.codePointAt(0);
    if (c < 128) {
      if (DIGIT.test(ch)) c = 48;
      else if (c <= 32) c = 32;
    }
    a.push(c);
  }
  return a;
}

// pass 1: which characters are counted by themselves
const charCount = new Map();
for (const [line, w] of corpus())
  for (const c of codes(line)) charCount.set(c, (charCount.get(c) ?? 0) + w);
// characters of garbled or broken text never stand for themselves
const NEVER = /^(c1|c0|private|surrogate|unassigned|fffd|box|halfkana)$/;
const known = [...charCount]
  .filter(([c, n]) => c < 0x10000 && (c < 127 || n >= MIN_COUNT) && !NEVER.test(className(c)))
  .map(([c]) => c)
  .sort((a, b) => a - b);
const idOf = new Map(known.map((c, i) => [c, i]));

// classes
const classIds = new Map();
const classSize = [];
const bmp = new Uint16Array(0x10000);
const isKnown = new Set(known);
for (let c = 0; c < 0x10000; c++) {
  const name = className(c);
  if (!classIds.has(name)) {
    classIds.set(name, classIds.size);
    classSize.push(0);
  }
  const k = classIds.get(name);
  bmp[c] = k;
  if (!isKnown.has(c)) classSize[k]++;
}
for (const name of ['astral-han', 'astral-emoji', 'astral-math', 'astral-letter']) {
  classIds.set(name, classIds.size);
  classSize.push(
    { 'astral-han': 40000, 'astral-emoji': 1500, 'astral-math': 1000, 'astral-letter': 8000 }[name],
  );
}
function astral(c) {
  if (c >= 0x20000) return 'astral-han';
  if (c >= 0x1f000) return 'astral-emoji';
  if (c >= 0x1d400 && c < 0x1d800) return 'astral-math';
  return 'astral-letter';
}
const K = known.length;
const N = K + classSize.length;
const id = (c) => idOf.get(c) ?? K + (c < 0x10000 ? bmp[c] : classIds.get(astral(c)));
console.error('characters', K, 'classes', classSize.length);

// pass 2: counts
const uni = new Float64Array(N);
const bi = new Map();
const tri = new Map();
const B = 16384;
const space = idOf.get(32);
for (const [line, w] of corpus()) {
  let a = space,
    b = space;
  for (const c of [...codes(line), 32]) {
    const x = id(c);
    if (x === space && b === space) continue;
    uni[x] += w;
    const k2 = b * B + x;
    bi.set(k2, (bi.get(k2) ?? 0) + w);
    if (bi.size > 1) {
      const k3 = (a * B + b) * B + x;
      tri.set(k3, (tri.get(k3) ?? 0) + w);
    }
    a = b;
    b = x;
  }
}
console.error('bigrams', bi.size, 'trigrams', tri.size);

// probabilities, Witten-Bell
const total = uni.reduce((s, n) => s + n, 0);
const FLOOR = 4;
const uniP = uni.map((n) => (n + FLOOR) / (total + FLOOR * N));
const types = new Float64Array(N),
  ctx = new Float64Array(N);
for (const [k, n] of bi) {
  const b = Math.floor(k / B);
  types[b]++;
  ctx[b] += n;
}
const bow1 = new Float64Array(N).map((_, b) => (types[b] + 1) / (ctx[b] + types[b] + 1));
const p2 = (b, c) =>
  ((bi.get(b * B + c) ?? 0) + (types[b] + 1) * uniP[c]) / (ctx[b] + types[b] + 1);
const tTypes = new Map(),
  tCtx = new Map();
for (const [k, n] of tri) {
  const ab = Math.floor(k / B);
  tTypes.set(ab, (tTypes.get(ab) ?? 0) + 1);
  tCtx.set(ab, (tCtx.get(ab) ?? 0) + n);
}
const entries = []; // [benefit, a, b, c, bits]
const log2 = Math.log2;
const keep2 = new Map();
for (const [k, n] of bi) {
  const b = Math.floor(k / B),
    c = k % B;
  if (n < 2) continue;
  const p = p2(b, c),
    back = bow1[b] * uniP[c];
  entries.push([n * Math.abs(log2(p / back)) + 1, N, b, c, -log2(p)]);
  keep2.set(k, p);
}
entries.sort((x, y) => y[0] - x[0] || x[1] - y[1] || x[2] - y[2] || x[3] - y[3]);
const maxBi = Number(process.env.BIGRAMS ?? 250000);
entries.length = Math.min(entries.length, maxBi);
const kept = new Set(entries.map((e) => e[2] * B + e[3]));
const p2k = (b, c) => (kept.has(b * B + c) ? keep2.get(b * B + c) : bow1[b] * uniP[c]);
const MIN_CONTEXT = 12;
const tris = [];
for (const [k, n] of tri) {
  if (n < 3) continue;
  const ab = Math.floor(k / B),
    c = k % B,
    a = Math.floor(ab / B),
    b = ab % B;
  const C = tCtx.get(ab),
    T = tTypes.get(ab);
  const lower = p2k(b, c);
  const p = (n + T * lower) / (C + T);
  const back = (C >= MIN_CONTEXT ? T / (C + T) : 1) * lower;
  const gain = n * Math.abs(log2(p / back));
  if (gain > 3) tris.push([gain, a, b, c, -log2(p)]);
}
tris.sort((x, y) => y[0] - x[0] || x[1] - y[1] || x[2] - y[2] || x[3] - y[3]);
// contexts that hold back: their back-off price
const bows = [];
for (const [ab, C] of tCtx) {
  const T = tTypes.get(ab);
  const bits = -log2(T / (C + T));
  if (C >= MIN_CONTEXT && bits > 0.6)
    bows.push([bits * Math.sqrt(C), Math.floor(ab / B), ab % B, N + 1, bits]);
}
bows.sort((x, y) => y[0] - x[0] || x[1] - y[1] || x[2] - y[2]);
const capacity = Math.floor(BUCKETS * SLOTS * LOAD);
const bowRoom = Math.min(bows.length, Math.floor((capacity - entries.length) * 0.15));
const triRoom = Math.min(tris.length, capacity - entries.length - bowRoom);
const all = [...entries, ...bows.slice(0, bowRoom), ...tris.slice(0, triRoom)];
console.error(
  'kept',
  entries.length,
  'bigrams',
  bowRoom,
  'of',
  bows.length,
  'contexts',
  triRoom,
  'of',
  tris.length,
  'trigrams',
);

// the table: buckets of 8 slots of 16 bits, 11 bits of fingerprint, 5 bits of price
const table = new Uint16Array(BUCKETS * SLOTS);
const fill = new Uint8Array(BUCKETS);
const owner = new Int32Array(BUCKETS * SLOTS).fill(-1); // the entry in each slot
const STEP = 0.7;
function hash(a, b, c) {
  let h = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 15), 0x2c1b3c6d) ^ Math.imul(c + 1, 0xc2b2ae35);
  h = Math.imul(h ^ (h >>> 13), 0x297a2d39);
  return (h ^ (h >>> 16)) >>> 0;
}
let lost = 0;
let doubles = 0;
for (const [index, [, a, b, c, bits]] of all.entries()) {
  const h = hash(a, b, c);
  const bucket = Math.floor((h / 4294967296) * BUCKETS);
  const print = (Math.imul(h, 0x9e3779b1) >>> 21) & 0x7ff || 1;
  const value = Math.min(31, Math.round(bits / STEP));
  // what does not fit goes to the next bucket, where a look-up goes on when a bucket is full
  let placed = false;
  for (const at of [bucket, (bucket + 1) % BUCKETS]) {
    let dup = false;
    for (let s = 0; s < fill[at]; s++) if (table[at * SLOTS + s] >>> 5 === print) dup = true;
    if (dup) {
      doubles++;
      break;
    }
    if (fill[at] === SLOTS) continue;
    owner[at * SLOTS + fill[at]] = index;
    table[at * SLOTS + fill[at]++] = (print << 5) | value;
    placed = true;
    break;
  }
  if (!placed) lost++;
}
console.error('lost', lost, 'of them doubles', doubles);

// n-grams that were seen but not kept must not be taken for one that was: the less valuable of the two
// makes room, by a slot that nothing matches
const TAKEN = 1;
const WRONG = 3; // bits
/** The slot in which the reader finds an n-gram, or -1. */
function slotOf(a, b, c) {
  const h = hash(a, b, c);
  const print = (Math.imul(h, 0x9e3779b1) >>> 21) & 0x7ff || 1;
  let bucket = Math.floor((h / 4294967296) * BUCKETS);
  for (let tries = 0; tries < 2; tries++) {
    for (let at = bucket * SLOTS; at < (bucket + 1) * SLOTS; at++) {
      if (table[at] >>> 5 === print) return at;
      if (table[at] === 0) return -1;
    }
    bucket = (bucket + 1) % BUCKETS;
  }
  return -1;
}
let cleared = 0;
function clear(a, b, c, n, bits) {
  const at = slotOf(a, b, c);
  if (at < 0) return;
  const [benefit, x, y, z] = all[owner[at]];
  if (x === a && y === b && z === c) return;
  const off = Math.abs((table[at] & 31) * STEP - bits);
  if (off <= WRONG || n * off <= benefit) return;
  table[at] = TAKEN;
  cleared++;
}
for (const [k, n] of bi) {
  const b = Math.floor(k / B);
  clear(N, b, k % B, n, -log2(p2k(b, k % B)));
}
for (const [k, n] of tri) {
  const ab = Math.floor(k / B);
  const b = ab % B;
  const lower = p2k(b, k % B);
  const p = (n + tTypes.get(ab) * lower) / (tCtx.get(ab) + tTypes.get(ab));
  clear(Math.floor(ab / B), b, k % B, n, -log2(p));
}
for (const [ab, C] of tCtx) clear(Math.floor(ab / B), ab % B, N + 1, C, 0);
console.error('cleared', cleared);

// ranges of characters of one class
const ranges = [];
for (let c = 0, run = 0; c <= 0x10000; c++) {
  if (c === 0x10000 || bmp[c] !== bmp[run]) {
    ranges.push([c - run, bmp[run]]);
    run = c;
  }
}
const q = (p) => Math.min(255, Math.round(-log2(p) * 8));
const astralIds = ['astral-han', 'astral-emoji', 'astral-math', 'astral-letter'].map((n) =>
  classIds.get(n),
);
writeAsset(out, {
  maker: 'node scripts/mojibake/train.mjs CORPUS assets/trigrams.bin',
  from: { texts: textsDigest(dir), ...(leave ? { without: leave.source } : {}) },
  values: {
    buckets: BUCKETS,
    step: STEP,
    classSizes: classSize,
    classNames: [...classIds.keys()],
    astral: astralIds,
  },
  parts: {
    known: Uint16Array.from(known),
    rangeLengths: Uint16Array.from(ranges, ([length]) => length),
    rangeClasses: Uint8Array.from(ranges, ([, kind]) => kind),
    unigrams: Uint8Array.from(uniP, q),
    backoffs: Uint8Array.from(bow1, q),
    table,
  },
});
console.error('bytes', fs.statSync(out).size);

/** The digest of all texts of a folder, by name. */
function textsDigest(folder) {
  const names = fs.readdirSync(folder).filter((name) => name.endsWith('.txt'));
  return digestOf(...names.sort().map((name) => fs.readFileSync(`${folder}/${name}`)));
}
