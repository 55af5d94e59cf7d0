// Fitted models as train.py leaves them (numbers in base64), taken apart into typed arrays.

const arrayOf = (Type, bytes, from, length) =>
  new Type(bytes.buffer.slice(from, from + length * Type.BYTES_PER_ELEMENT));

/** A forest as src/stages/label/model/forest.ts unpacks it. */
export function forestOf({ columns, trees, nodes, leaves, data }) {
  const bytes = Uint8Array.from(Buffer.from(data, 'base64'));
  let at = 0;
  const next = (Type, length) => {
    const array = arrayOf(Type, bytes, at, length);
    at += array.byteLength;
    return array;
  };
  return {
    columns,
    roots: next(Int32Array, trees),
    branches: next(Int32Array, nodes * 2),
    thresholds: next(Float32Array, nodes),
    leaves: next(Float32Array, leaves),
    features: next(Uint16Array, nodes),
  };
}

/** Weights of hashed words and what one unit of them is. */
export function linearOf({ unit, data }) {
  return { unit, weights: Int8Array.from(Buffer.from(data, 'base64')) };
}

/** The most that a leaf's 16 bits hold, and what a byte does: thresholds of a column, nodes of a tree, columns. */
const MOST_LEAF = 32767;
const MOST_CUTS = 255;
const MOST_NODES = 127;
const MOST_COLUMNS = 256;

/** A forest in six bytes a node, as src/assets/packed-forest.ts reads it: values for the asset's header, and its tables. */
export function compactForest({ columns, roots, branches, thresholds, leaves, features }) {
  if (columns.length > MOST_COLUMNS)
    throw new Error(`a forest has ${columns.length} columns, expected up to ${MOST_COLUMNS}`);
  const firstNodes = firstNodesOf(roots, thresholds.length);
  const sizes = roots.map(
    (_, tree) => (firstNodes[tree + 1] ?? thresholds.length) - firstNodes[tree],
  );
  const inTree = new Int8Array(branches.length);
  sizes.forEach((size, tree) => {
    if (size > MOST_NODES)
      throw new Error(`a tree has ${size} nodes, expected up to ${MOST_NODES}`);
    const node = firstNodes[tree];
    const leaf = node + tree;
    for (let i = node * 2; i < (node + size) * 2; i++) {
      inTree[i] = branches[i] < 0 ? ~(~branches[i] - leaf) : branches[i] - node;
    }
  });
  const cutsOf = columns.map((_, column) => [
    ...new Set(thresholds.filter((_, node) => features[node] === column)),
  ]);
  for (const [column, cuts] of cutsOf.entries()) {
    cuts.sort((a, b) => a - b);
    if (cuts.length > MOST_CUTS)
      throw new Error(
        `column ${columns[column]} has ${cuts.length} thresholds, expected up to ${MOST_CUTS}`,
      );
  }
  const leafUnit = Math.max(...leaves.map(Math.abs)) / MOST_LEAF || 1;
  return {
    values: { columns, leafUnit },
    tables: {
      sizes: Uint8Array.from(sizes),
      branches: inTree,
      features: Uint8Array.from(features),
      thresholds: Uint8Array.from(thresholds, (cut, node) => cutsOf[features[node]].indexOf(cut)),
      cuts: Float32Array.from(cutsOf.flat()),
      cutCounts: Uint8Array.from(cutsOf, (cuts) => cuts.length),
      leaves: Int16Array.from(leaves, (value) => Math.round(value / leafUnit)),
    },
  };
}

/** The first node of each tree, also of one that is a leaf alone. */
function firstNodesOf(roots, nodes) {
  let next = nodes;
  return Array.from(roots, (root) => root)
    .reverse()
    .map((root) => {
      if (root >= 0) next = root;
      return next;
    })
    .reverse();
}
