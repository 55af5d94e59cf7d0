import type { Asset } from './asset.ts';

/** A forest; src/stages/label/model/forest.ts says what the numbers mean. */
export interface PackedForest {
  /** Names of the columns that the trees ask for. */
  readonly columns: readonly string[];
  /** Each tree's first node; numbers below 0 are leaves (`~number`). */
  readonly roots: Int32Array;
  /** Two for each node: where to go for values up to the threshold, and for others. */
  readonly branches: Int32Array;
  readonly thresholds: Float32Array;
  readonly leaves: Float32Array;
  /** Of each node: its column. */
  readonly features: Uint8Array;
}

/** What an asset's header says of a forest. */
export interface ForestValues {
  readonly columns: readonly string[];
  /** What one unit of a leaf is, in log-odds. */
  readonly leafUnit: number;
}

/**
 * A forest as `scripts/train/packed.mjs` puts it into an asset, in six bytes a node: of each tree the number of its nodes,
 * of which it has one less than leaves; of each node its column, the number of its threshold among the column's, and where
 * to go, counted within its tree; of each leaf its value in units.
 */
export function readForest<Values>(
  asset: Asset<Values>,
  name: string,
  { columns, leafUnit }: ForestValues,
): PackedForest {
  const sizes = asset.uint8(`${name}:sizes`);
  const features = asset.uint8(`${name}:features`);
  const inTree = asset.int8(`${name}:branches`);
  const roots = new Int32Array(sizes.length);
  const branches = new Int32Array(inTree.length);
  let node = 0;
  sizes.forEach((size, tree) => {
    const leaf = node + tree;
    roots[tree] = size === 0 ? ~leaf : node;
    for (let i = node * 2; i < (node + size) * 2; i++) {
      const to = inTree[i]!;
      branches[i] = to < 0 ? ~(leaf + ~to) : node + to;
    }
    node += size;
  });
  const leaves = Float32Array.from(asset.int16(`${name}:leaves`), (value) => value * leafUnit);
  return {
    columns,
    roots,
    branches,
    thresholds: thresholdsOf(asset, name, features),
    leaves,
    features,
  };
}

/** Of each node: the threshold that it asks its column for. */
function thresholdsOf<Values>(
  asset: Asset<Values>,
  name: string,
  features: Uint8Array,
): Float32Array {
  const cuts = asset.float32(`${name}:cuts`);
  const starts: number[] = [0];
  for (const count of asset.uint8(`${name}:cutCounts`)) starts.push(starts.at(-1)! + count);
  return Float32Array.from(
    asset.uint8(`${name}:thresholds`),
    (cut, node) => cuts[starts[features[node]!]! + cut]!,
  );
}
