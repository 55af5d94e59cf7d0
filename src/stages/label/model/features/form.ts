import { KIND, unitKindOf } from '../../../../text/characters/unit-kinds.ts';
import { mix } from '../../../../text/hash.ts';
import type { Sequence } from '../sequence.ts';
import type { FeatureTable } from './feature-table.ts';

// Set by hand; the weights were trained on it, so that another value needs new ones. Weights as
// `Counts` has them; UTF-16 units; blocks; counts above the last two are cut off.
const MAX_SHAPE_WEIGHT = 120;
const SHAPE_UNITS = 48;
const NEAR = 10;
const MOST = 40;
const MAX_RUN = 40;
const ELLIPSIS = /(?:…|\.\.\.|\[…\]|\[\.\.\.\])\s*$/;
const QUESTION = /[?？؟;;]\s*$/;
const COLON = /[:：]\s*$/;
const ADDRESS = /:\/\/|www\.|@/;
const BULLET = /^[-–—•·*▪►→>]/;

/** Columns of how a block is written: how it opens and ends, and whether others around it are written alike. */
export function formFeatures(table: FeatureTable, sequence: Sequence): void {
  const { items, counts, prose, tokens, starts } = sequence;
  const n = items.length;
  const text = (i: number) => items[i]!.line.text;
  const each = (name: string, value: (i: number) => number) => {
    const column = table.add(name);
    for (let i = 0; i < n; i++) column[i] = value(i);
  };
  each('ending', (i) => endingOf(text(i).slice(-8)));
  each('opening', (i) => openingOf(text(i)));
  each('address', (i) => (ADDRESS.test(text(i).slice(0, 400)) ? 1 : 0));
  const shapes = items.map((_, i) =>
    counts[i]!.weight > MAX_SHAPE_WEIGHT ? 0 : shapeOf(text(i).slice(0, SHAPE_UNITS)),
  );
  repeated(table.add('shape'), shapes, n);
  repeated(table.add('shape~'), shapes, NEAR);
  const firsts = items.map((_, i) => (starts[i]! < starts[i + 1]! ? tokens[starts[i]!]! | 1 : 0));
  repeated(table.add('first'), firsts, n);
  repeated(table.add('first~'), firsts, NEAR);
  let sum = 1;
  let number = 1;
  for (let i = 0; i < n; i++) {
    if (!prose[i]) continue;
    sum += counts[i]!.weight;
    number += 1;
  }
  each('length', (i) => Math.log((1 + counts[i]!.weight) / (sum / number)));
  runFeatures(table, sequence);
}

function endingOf(text: string): number {
  if (ELLIPSIS.test(text)) return 3;
  if (QUESTION.test(text)) return 2;
  return COLON.test(text) ? 1 : 0;
}

function openingOf(text: string): number {
  if (BULLET.test(text)) return 4;
  const kind = unitKindOf(text.charCodeAt(0));
  if (kind === KIND.quote) return 3;
  if (kind === KIND.digit) return 2;
  return kind === KIND.bar || kind === KIND.other ? 1 : 0;
}

/** A hash of which kinds of characters follow each other, runs taken as one. */
function shapeOf(text: string): number {
  let hash = 17;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const kind = unitKindOf(text.charCodeAt(i));
    if (kind === before) continue;
    hash = mix(hash, kind);
    before = kind;
  }
  return hash | 1;
}

/** How many blocks at most `reach` away have the same key, at most 40; of key 0, none. */
function repeated(column: Float32Array, keys: readonly number[], reach: number): void {
  const seen = new Map<number, number>();
  const add = (i: number, by: number) => {
    const key = keys[i];
    if (key) seen.set(key, (seen.get(key) ?? 0) + by);
  };
  for (let i = 0; i < Math.min(reach, keys.length); i++) add(i, 1);
  for (let i = 0; i < keys.length; i++) {
    if (i + reach < keys.length) add(i + reach, 1);
    if (i > reach) add(i - reach - 1, -1);
    column[i] = Math.min(MOST, (seen.get(keys[i]!) ?? 1) - 1);
  }
}

/** Runs of blocks that nothing parts: no blank line between them; in a page, one parent element. */
function runFeatures(table: FeatureTable, { items, counts, prose, html }: Sequence): void {
  const n = items.length;
  const length = table.add('run');
  const place = table.add('runPlace');
  const weight = table.add('runWeight');
  const stops = table.add('runStops');
  const proses = table.add('runProse');
  const parted = (i: number) => {
    const { element, gap } = items[i]!.line.block.context;
    if (!html) return gap > 0;
    return element?.parent !== items[i - 1]!.line.block.context.element?.parent;
  };
  let from = 0;
  for (let to = 1; to <= n; to++) {
    if (to < n && !parted(to)) continue;
    let w = 0;
    let s = 0;
    let p = 0;
    for (let i = from; i < to; i++) {
      w += counts[i]!.weight;
      s += counts[i]!.endsStop;
      p += prose[i]!;
    }
    for (let i = from; i < to; i++) {
      length[i] = Math.min(MAX_RUN, to - from);
      place[i] = Math.min(MAX_RUN, i - from);
      weight[i] = Math.log1p(w / (to - from));
      stops[i] = s / (to - from);
      proses[i] = p;
    }
    from = to;
  }
}
