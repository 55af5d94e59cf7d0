import type { Sequence } from '../sequence.ts';
import type { Elements } from './elements.ts';
import type { FeatureTable } from './feature-table.ts';
import { isHeading } from './place.ts';

/** Which columns of a line's neighbours the trees see: the column, and how far on the neighbours stand. */
interface Plan {
  readonly neighbours: readonly (readonly [names: readonly string[], places: readonly number[]])[];
  /** Means over so many blocks before (less than 0) and behind. */
  readonly windows: readonly string[];
}

const ALL = [-2, -1, 1, 2] as const;
const WINDOWS = [-12, -5, 5, 12] as const;

const OF_PAGE: Plan = {
  neighbours: [
    [
      [
        'weight',
        'endsStop',
        'prose',
        'rule',
        'words:text',
        'sentence',
        'digits',
        'link',
        'type',
        'markup',
        'names:own',
        'names:near',
        'bold',
      ],
      ALL,
    ],
  ],
  windows: ['words:text', 'endsStop', 'weight', 'link', 'prose'],
};
// Only columns that the trees asked for much: of the other neighbours' columns none was among the 100 of 180 that gained most.
const OF_TEXT: Plan = {
  neighbours: [
    [
      [
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
      ],
      [-1, 1],
    ],
    [['words:text'], ALL],
    [['length'], [-2, 2]],
  ],
  windows: ['words:text', 'endsStop', 'weight', 'stems', 'prose'],
};

/**
 * Adds what the neighbours of each block are like.
 *
 * @param elements null in plain text.
 */
export function neighbourFeatures(
  table: FeatureTable,
  sequence: Sequence,
  elements: Elements | null,
): void {
  const { neighbours, windows } = elements ? OF_PAGE : OF_TEXT;
  for (const [names, places] of neighbours) {
    for (const name of names) {
      for (const by of places) shifted(table.column(name), by, table.add(`${name}@${by}`));
    }
  }
  for (const name of windows) {
    const sums = sumsOf(table.column(name));
    for (const by of WINDOWS) windowed(sums, by, table.add(`${name}~${by}`));
  }
  headings(table, sequence, table.column('words:text'));
  if (elements) for (const by of ALL) markupOfNeighbours(table, elements, by);
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

/** The sums of a column's first values, of none to all of them. */
export function sumsOf(source: Float32Array): Float64Array {
  const sums = new Float64Array(source.length + 1);
  for (let i = 0; i < source.length; i++) sums[i + 1] = sums[i]! + source[i]!;
  return sums;
}

/** The mean over the next `by` blocks, or the `-by` before, of a column given by its sums; `out` takes it. */
export function windowed(
  sums: Float64Array,
  by: number,
  out: Float32Array = new Float32Array(sums.length - 1),
): Float32Array {
  const n = sums.length - 1;
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
