import type { Sequence } from '../sequence.ts';
import { documentFeatures } from './document.ts';
import { type Elements, elementsOf } from './elements.ts';
import { FeatureTable } from './feature-table.ts';
import { formFeatures } from './form.ts';
import { markupFeatures } from './markup.ts';
import { ownFeatures } from './own.ts';
import { phraseFeatures } from './phrases.ts';
import { isHeading, placeFeatures } from './place.ts';
import { similarityFeatures } from './similarity.ts';
import { stemFeatures } from './stems.ts';

/** All that is known of a document's blocks before any weights are. */
export interface BaseFeatures {
  readonly table: FeatureTable;
  /** Null in plain text. */
  readonly elements: Elements | null;
}

const NEIGHBOURS = [-2, -1, 1, 2] as const;
const SHARED = ['weight', 'endsStop', 'prose', 'rule', 'words:text', 'sentence', 'digits'] as const;
// Of plain text only columns that the trees asked for much.
const NEXT_TEXT = [
  'weight',
  'endsStop',
  'prose',
  'sentence',
  'upper',
  'length',
  'stems',
  'date',
  'digits',
  'rule',
] as const;
const NEAR_TEXT = ['words:text', 'length'] as const;
const SHARED_MARKUP = ['link', 'type', 'markup', 'names:own', 'names:near', 'bold'] as const;
const WINDOWS = [-12, -5, 5, 12] as const;

/** The columns that need no weights. */
export function baseFeatures(sequence: Sequence): BaseFeatures {
  const table = new FeatureTable(sequence.items.length);
  ownFeatures(table, sequence);
  placeFeatures(table, sequence);
  similarityFeatures(table, sequence);
  formFeatures(table, sequence);
  phraseFeatures(table, sequence);
  const elements = sequence.html ? elementsOf(sequence) : null;
  if (!sequence.html) stemFeatures(table, sequence);
  if (elements) markupFeatures(table, sequence, elements);
  return { table, elements };
}

/** Adds what the neighbours of each block are like; to be called when the scores of words and names are in. */
export function addNeighbours(
  table: FeatureTable,
  sequence: Sequence,
  elements: Elements | null,
): void {
  const { html } = sequence;
  const column = (name: string) => table.columns[table.names.indexOf(name)]!;
  const neighbours = (name: string, places: readonly number[]) => {
    for (const by of places) shifted(column(name), by, table.add(`${name}@${by}`));
  };
  const windows = (name: string, places: readonly number[]) => {
    for (const by of places) windowed(column(name), by, table.add(`${name}~${by}`));
  };
  if (!html) {
    for (const name of NEXT_TEXT) neighbours(name, [-1, 1]);
    for (const name of NEAR_TEXT) neighbours(name, name === 'length' ? [-2, 2] : NEIGHBOURS);
    for (const name of ['words:text', 'endsStop', 'weight', 'stems', 'prose'])
      windows(name, WINDOWS);
    headings(table, sequence, column('words:text'));
    documentFeatures(table, sequence, column('words:text'), column('stems'));
    return;
  }
  for (const name of [...SHARED, ...SHARED_MARKUP]) neighbours(name, NEIGHBOURS);
  for (const name of ['words:text', 'endsStop', 'weight', 'link', 'prose']) windows(name, WINDOWS);
  headings(table, sequence, column('words:text'));
  if (elements) for (const by of NEIGHBOURS) markupOfNeighbours(table, elements, by);
}

/** Whether the block `by` places further on stands in the same element, and in one of the same tag and names. */
function markupOfNeighbours(table: FeatureTable, elements: Elements, by: number): void {
  const { of, parent, signature } = elements;
  const sameParent = table.add(`sameParent@${by}`);
  const alike = table.add(`alike@${by}`);
  for (let i = 0; i < sameParent.length; i++) {
    const [a, b] = [of[i]!, of[i + by] ?? -1];
    if (a < 0 || b < 0) continue;
    sameParent[i] = parent[a] === parent[b] ? 1 : 0;
    alike[i] = signature[a] === signature[b] ? 1 : 0;
  }
}

/** The column with each value moved from the block `by` places further on, -1 outside; `out` takes it. */
export function shifted(
  source: Float32Array,
  by: number,
  out: Float32Array = new Float32Array(source.length),
): Float32Array {
  out.fill(-1);
  for (let i = Math.max(0, -by); i < source.length && i + by < source.length; i++)
    out[i] = source[i + by]!;
  return out;
}

/** The mean over the next `by` blocks, or the `-by` before; `out` takes it. */
export function windowed(
  source: Float32Array,
  by: number,
  out: Float32Array = new Float32Array(source.length),
): Float32Array {
  const n = source.length;
  const sums = new Float64Array(n + 1);
  for (let i = 0; i < n; i++) sums[i + 1] = sums[i]! + source[i]!;
  for (let i = 0; i < n; i++) {
    const from = by > 0 ? i + 1 : Math.max(0, i + by);
    const to = by > 0 ? Math.min(n, i + 1 + by) : i;
    out[i] = to > from ? (sums[to]! - sums[from]!) / (to - from) : -1;
  }
  return out;
}

function headings(table: FeatureTable, sequence: Sequence, scores: Float32Array): void {
  const score = table.add('headingScore');
  const level = table.add('headingLevel');
  let last = 0;
  let depth = 0;
  for (let i = 0; i < score.length; i++) {
    score[i] = last;
    level[i] = depth;
    if (!isHeading(sequence, i)) continue;
    last = scores[i]!;
    depth = sequence.items[i]!.line.block.level ?? 0;
  }
}
