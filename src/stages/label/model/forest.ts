/** Boosted trees as flat arrays. */
export interface Forest {
  /** Names of the columns that the trees ask for. */
  readonly columns: readonly string[];
  /** First node of each tree. */
  readonly roots: Int32Array;
  /** Column of each node. */
  readonly feature: Uint16Array;
  /** A node's left branch is for values up to this. */
  readonly threshold: Float32Array;
  /** Branches of each node, left and right in turn; a leaf's number as its complement. */
  readonly branch: Int32Array;
  readonly leaf: Float32Array;
}

/** A forest as a generated file holds it. */
export interface PackedForest {
  readonly columns: readonly string[];
  readonly trees: number;
  readonly nodes: number;
  readonly leaves: number;
  /** Base64 of roots, branches, thresholds, leaves and features, little-endian. */
  readonly data: string;
}

/** Reads a packed forest. */
export function unpackForest({ columns, trees, nodes, leaves, data }: PackedForest): Forest {
  const bytes = Uint8Array.from(Buffer.from(data, 'base64')).buffer;
  let at = 0;
  const next = (length: number, size: number) => {
    const from = at;
    at += length * size;
    return [bytes, from, length] as const;
  };
  return {
    columns,
    roots: new Int32Array(...next(trees, 4)),
    branch: new Int32Array(...next(nodes * 2, 4)),
    threshold: new Float32Array(...next(nodes, 4)),
    leaf: new Float32Array(...next(leaves, 4)),
    feature: new Uint16Array(...next(nodes, 2)),
  };
}

/** The probability that the forest gives each row. */
export function evaluate(
  forest: Forest,
  names: readonly string[],
  columns: readonly Float32Array[],
  rows: number,
): Float32Array {
  const { roots, feature, threshold, branch, leaf } = forest;
  const place = new Map(names.map((name, i) => [name, i]));
  const used = forest.columns.map(
    (name) => columns[place.get(name) ?? -1] ?? new Float32Array(rows),
  );
  const out = new Float32Array(rows);
  const row = new Float32Array(used.length);
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < used.length; k++) row[k] = used[k]![i]!;
    let sum = 0;
    for (let t = 0; t < roots.length; t++) {
      let node = roots[t]!;
      while (node >= 0)
        node = branch[node * 2 + (row[feature[node]!]! <= threshold[node]! ? 0 : 1)]!;
      sum += leaf[~node]!;
    }
    out[i] = 1 / (1 + Math.exp(-sum));
  }
  return out;
}
