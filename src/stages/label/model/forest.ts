import type { PackedForest } from '../../../assets/packed-forest.ts';

/** Numbers of a node; the shifts below divide by it. */
const WIDTH = 4;
/** Trees that are walked at once. Set by hand, for speed alone. */
const TOGETHER = 4;

/** Boosted trees as one array of nodes, four numbers each; leaves are nodes that lead to themselves. */
export interface Forest {
  /** Names of the columns that the trees ask for. */
  readonly columns: readonly string[];
  /** Where each tree's first node stands; as many as can be walked four at a time. */
  readonly roots: Int32Array;
  /** Of each node: its column, its threshold's bits, where to go for values up to the threshold, and for others. */
  readonly nodes: Int32Array;
  /** The same numbers, to read thresholds from. */
  readonly thresholds: Float32Array;
  /** Where the first leaf stands. */
  readonly firstLeaf: number;
  readonly leaf: Float32Array;
}

/** Where a row is decided and the trees left are not asked. */
export interface Stop {
  /** After so many trees, a multiple of four, */
  readonly after: number;
  /** a row whose sum, in log-odds, lies below this */
  readonly below: number;
  /** falls by so much more on average. */
  readonly falls: number;
}

/** Reads a packed forest. */
export function unpackForest(packed: PackedForest): Forest {
  const { columns, branches, features } = packed;
  const trees = packed.roots.length;
  const nodes = packed.thresholds.length;
  const leaves = packed.leaves.length;
  // One leaf more, of nothing, for the trees that fill up the last four.
  const all = new Int32Array((nodes + leaves + 1) * WIDTH);
  const thresholds = new Float32Array(all.buffer);
  const placeOf = (node: number) => (node < 0 ? nodes + ~node : node) * WIDTH;
  for (let node = 0; node < nodes; node++) {
    all[node * WIDTH] = features[node]!;
    thresholds[node * WIDTH + 1] = packed.thresholds[node]!;
    all[node * WIDTH + 2] = placeOf(branches[node * 2]!);
    all[node * WIDTH + 3] = placeOf(branches[node * 2 + 1]!);
  }
  for (let place = nodes * WIDTH; place < all.length; place += WIDTH) {
    all[place + 2] = place;
    all[place + 3] = place;
  }
  const padded = new Int32Array(Math.ceil(trees / TOGETHER) * TOGETHER);
  padded.fill((nodes + leaves) * WIDTH).set(packed.roots.map(placeOf));
  const withNone = new Float32Array(leaves + 1);
  withNone.set(packed.leaves);
  return {
    columns,
    roots: padded,
    nodes: all,
    thresholds,
    firstLeaf: nodes * WIDTH,
    leaf: withNone,
  };
}

/**
 * The probability that the forest gives each row. Four trees are walked at once and each step is a sum, not a jump:
 * a processor cannot guess which way a row goes, but it can follow four rows of nodes side by side.
 */
export function evaluate(
  forest: Forest,
  names: readonly string[],
  columns: readonly Float32Array[],
  rows: number,
  stops: readonly Stop[] = [],
): Float32Array {
  const { roots, nodes, thresholds, firstLeaf, leaf } = forest;
  const place = new Map(names.map((name, i) => [name, i]));
  const used = forest.columns.map(
    (name) => columns[place.get(name) ?? -1] ?? new Float32Array(rows),
  );
  const out = new Float32Array(rows);
  const row = new Float32Array(used.length);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < used.length; k++) row[k] = used[k]![i]!;
    let sum = 0;
    let next = 0;
    let stop = stops[0]?.after ?? roots.length;
    for (let t = 0; t < roots.length; t += TOGETHER) {
      if (t >= stop) {
        if (sum < stops[next]!.below) {
          sum += stops[next]!.falls;
          break;
        }
        next += 1;
        stop = stops[next]?.after ?? roots.length;
      }
      let a = roots[t]!;
      let b = roots[t + 1]!;
      let c = roots[t + 2]!;
      let d = roots[t + 3]!;
      while (((a - firstLeaf) | (b - firstLeaf) | (c - firstLeaf) | (d - firstLeaf)) < 0) {
        a = nodes[a + 2 + Number(!(row[nodes[a]!]! <= thresholds[a + 1]!))]!;
        b = nodes[b + 2 + Number(!(row[nodes[b]!]! <= thresholds[b + 1]!))]!;
        c = nodes[c + 2 + Number(!(row[nodes[c]!]! <= thresholds[c + 1]!))]!;
        d = nodes[d + 2 + Number(!(row[nodes[d]!]! <= thresholds[d + 1]!))]!;
      }
      sum += leaf[(a - firstLeaf) >> 2]!;
      sum += leaf[(b - firstLeaf) >> 2]!;
      sum += leaf[(c - firstLeaf) >> 2]!;
      sum += leaf[(d - firstLeaf) >> 2]!;
    }
    out[i] = 1 / (1 + Math.exp(-sum));
  }
  return out;
}
