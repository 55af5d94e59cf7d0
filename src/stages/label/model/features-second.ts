import type { Elements } from './elements.ts';
import { shifted } from './features.ts';
import { isHeading } from './features-place.ts';
import type { Sequence } from './sequence.ts';
import type { Sheet } from './sheet.ts';

const REACH = 8;
const LEVELS = 5;
const WINDOWS = [3, 8, 20] as const;
const FAR = 60;
const TABLE = 8192;
const SURE = 0.5;

/** Columns of the first model's probabilities: around each block, in its elements, in its section, so far and to come. */
export function secondFeatures(
  sheet: Sheet,
  sequence: Sequence,
  elements: Elements | null,
  p: Float32Array,
): void {
  const { counts } = sequence;
  sheet.put('p', p);
  for (let by = -REACH; by <= REACH; by++) if (by !== 0) sheet.put(`p@${by}`, shifted(p, by));
  const mass = Float64Array.from(p, (one, i) => one * counts[i]!.weight);
  const weight = Float64Array.from(counts, (one) => one.weight);
  for (const width of WINDOWS) {
    sheet.put(`p<${width}`, weighted(mass, weight, -width));
    sheet.put(`p>${width}`, weighted(mass, weight, width));
  }
  runs(sheet, p, mass);
  sections(sheet, sequence, mass, weight);
  wordsInCommon(sheet.add('p:words'), sequence, p);
  if (elements) containers(sheet, elements, mass, weight);
}

/** Mean by weight over the next `by` blocks, or the `-by` before. */
function weighted(mass: Float64Array, weight: Float64Array, by: number): Float32Array {
  const n = mass.length;
  const m = new Float64Array(n + 1);
  const w = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) {
    m[i + 1] = m[i]! + mass[i]!;
    w[i + 1] = w[i]! + weight[i]!;
  }
  const out = new Float32Array(n);
  for (let i = 0; i < n; i++) {
    const from = by > 0 ? i + 1 : Math.max(0, i + by);
    const to = by > 0 ? Math.min(n, i + 1 + by) : i;
    out[i] = to > from ? (m[to]! - m[from]!) / (w[to]! - w[from]! + 1e-6) : -1;
  }
  return out;
}

function runs(sheet: Sheet, p: Float32Array, mass: Float64Array): void {
  const n = p.length;
  const names = [
    'p:before',
    'p:after',
    'p:maxBefore',
    'p:maxAfter',
    'p:sinceSure',
    'p:toSure',
    'p:sureBefore',
    'p:sureAfter',
  ];
  const c = names.map((name) => sheet.add(name));
  const total = mass.reduce((sum, one) => sum + one, 0);
  sheet.add('p:total').fill(Math.log1p(total));
  for (const forward of [true, false]) {
    const side = forward ? 0 : 1;
    let sum = 0;
    let most = 0;
    let sure = -1;
    let count = 0;
    for (let k = 0; k < n; k++) {
      const i = forward ? k : n - 1 - k;
      c[side]![i] = sum / (total + 1e-6);
      c[2 + side]![i] = most;
      c[4 + side]![i] = sure < 0 ? FAR : Math.min(FAR, k - sure);
      c[6 + side]![i] = count;
      sum += mass[i]!;
      most = Math.max(most, p[i]!);
      if (p[i]! > SURE) {
        sure = k;
        count += 1;
      }
    }
  }
}

/** The mean between the heading above and the next, without the block itself, and the heading's own. */
function sections(
  sheet: Sheet,
  sequence: Sequence,
  mass: Float64Array,
  weight: Float64Array,
): void {
  const mean = sheet.add('p:section');
  const head = sheet.add('p:heading');
  const n = mean.length;
  let from = 0;
  for (let to = 1; to <= n; to++) {
    if (to < n && !isHeading(sequence, to)) continue;
    let m = 0;
    let w = 0;
    for (let i = from; i < to; i++) {
      m += mass[i]!;
      w += weight[i]!;
    }
    for (let i = from; i < to; i++) {
      mean[i] = (m - mass[i]!) / (w - weight[i]! + 1e-6);
      head[i] = mass[from]! / weight[from]!;
    }
    from = to;
  }
}

/** The mean inside each element around a block, and among blocks that look the same, without the block itself. */
function containers(sheet: Sheet, e: Elements, mass: Float64Array, weight: Float64Array): void {
  const n = mass.length;
  const m = new Float64Array(e.list.length);
  const w = new Float64Array(e.list.length);
  const alike = new Map<number, [number, number]>();
  for (let i = 0; i < n; i++) {
    const row = e.of[i]!;
    if (row < 0) continue;
    m[row]! += mass[i]!;
    w[row]! += weight[i]!;
    const sum = alike.get(e.signature[row]!) ?? [0, 0];
    sum[0] += mass[i]!;
    sum[1] += weight[i]!;
    alike.set(e.signature[row]!, sum);
  }
  for (let row = e.list.length - 1; row >= 0; row--) {
    const up = e.parent[row]!;
    if (up < 0) continue;
    m[up]! += m[row]!;
    w[up]! += w[row]!;
  }
  const total = (m[0] ?? 0) + 1e-6;
  const rows = Int32Array.from(e.of);
  for (let level = 0; level < LEVELS; level++) {
    const mean = sheet.add(`p^${level}`);
    const share = sheet.add(`p:share^${level}`);
    for (let i = 0; i < n; i++) {
      const row = rows[i]!;
      const others = row < 0 ? 0 : w[row]! - weight[i]!;
      mean[i] = others < 1 ? -1 : (m[row]! - mass[i]!) / others;
      share[i] = row < 0 ? -1 : m[row]! / total;
      if (row >= 0) rows[i] = e.parent[row]!;
    }
  }
  const same = sheet.add('p:alike');
  for (let i = 0; i < n; i++) {
    const sum = e.of[i]! < 0 ? undefined : alike.get(e.signature[e.of[i]!]!);
    const others = sum ? sum[1] - weight[i]! : 0;
    same[i] = sum && others >= 1 ? (sum[0] - mass[i]!) / others : -1;
  }
}

/** The share of a block's longer words that blocks which are likely body have too. */
function wordsInCommon(column: Float32Array, { tokens, starts }: Sequence, p: Float32Array): void {
  const sums = new Float32Array(TABLE);
  const own = new Float32Array(TABLE);
  const slot = (k: number) => (tokens[k]! >>> 5) & (TABLE - 1);
  for (let i = 0; i < column.length; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) if (tokens[k]! & 1) sums[slot(k)]! += p[i]!;
  }
  for (let i = 0; i < column.length; i++) {
    let count = 0;
    let hits = 0;
    const from = starts[i]!;
    const to = starts[i + 1]!;
    for (let k = from; k < to; k++) if (tokens[k]! & 1) own[slot(k)]! += p[i]!;
    for (let k = from; k < to; k++) {
      if (!(tokens[k]! & 1)) continue;
      count += 1;
      if (sums[slot(k)]! - own[slot(k)]! > SURE) hits += 1;
    }
    for (let k = from; k < to; k++) own[slot(k)] = 0;
    column[i] = count === 0 ? -1 : hits / count;
  }
}
