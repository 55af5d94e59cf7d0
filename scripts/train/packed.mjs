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

/** A weight is the square of a number up to this, or such a square below 0; train.py rounds to it. Four bits hold the number. */
const MOST_ROOT = 7;

/** Weights of hashed words, two in a byte, as src/assets/packed-linear.ts reads them: the first in the low four bits. */
export function compactLinear(weights) {
  const roots = Array.from(weights, rootOf);
  return Uint8Array.from(
    { length: roots.length / 2 },
    (_, i) => (roots[i * 2] & 15) | ((roots[i * 2 + 1] & 15) << 4),
  );
}

function rootOf(weight) {
  const root = Math.sign(weight) * Math.sqrt(Math.abs(weight));
  if (!Number.isInteger(root) || Math.abs(root) > MOST_ROOT)
    throw new Error(
      `found a weight of ${weight}, expected squares up to ${MOST_ROOT ** 2}: fit it anew`,
    );
  return root;
}

/** The most that the 16 bits of a leaf hold, with a sign. */
const MOST_LEAF = 32767;
/** The nodes of a tree: a byte with a sign numbers them, and below 0 its leaves, of which there is one more. */
const MOST_NODES = 127;
/** The columns of a forest and the thresholds of a column, which a byte numbers and counts. */
const MOST_COLUMNS = 256;
const MOST_CUTS = 255;

/** A forest in six bytes a node, as src/assets/packed-forest.ts reads it: values for the asset's header, and its tables. */
export function compactForest(forest) {
  const { columns, thresholds, leaves, features } = forest;
  atMost('a forest', columns.length, MOST_COLUMNS, 'columns');
  const cutsOf = cutsOfColumns(forest);
  const leafUnit = Math.max(...leaves.map(Math.abs)) / MOST_LEAF || 1;
  return {
    values: { columns, leafUnit },
    tables: {
      ...treesOf(forest),
      features: Uint8Array.from(features),
      thresholds: Uint8Array.from(thresholds, (cut, node) => cutsOf[features[node]].indexOf(cut)),
      cuts: Float32Array.from(cutsOf.flat()),
      cutCounts: Uint8Array.from(cutsOf, (cuts) => cuts.length),
      leaves: Int16Array.from(leaves, (value) => Math.round(value / leafUnit)),
    },
  };
}

/** How many nodes each tree has, and where each of its nodes leads, counted within the tree. A tree's nodes stand together, its first one first. */
function treesOf({ roots, branches, thresholds }) {
  const firstNodes = new Int32Array(roots.length + 1).fill(thresholds.length);
  for (let tree = roots.length - 1; tree >= 0; tree--) {
    firstNodes[tree] = roots[tree] >= 0 ? roots[tree] : firstNodes[tree + 1];
  }
  const sizes = Array.from(roots, (_, tree) => firstNodes[tree + 1] - firstNodes[tree]);
  const inTree = new Int8Array(branches.length);
  sizes.forEach((size, tree) => {
    atMost('a tree', size, MOST_NODES, 'nodes');
    const node = firstNodes[tree];
    const leaf = node + tree;
    for (let i = node * 2; i < (node + size) * 2; i++) {
      inTree[i] = branches[i] < 0 ? ~(~branches[i] - leaf) : branches[i] - node;
    }
  });
  return { sizes: Uint8Array.from(sizes), branches: inTree };
}

/** The thresholds that each column is asked for, from the lowest. */
function cutsOfColumns({ columns, thresholds, features }) {
  const cutsOf = columns.map(() => new Set());
  thresholds.forEach((cut, node) => {
    cutsOf[features[node]].add(cut);
  });
  return cutsOf.map((found, column) => {
    atMost(`column ${columns[column]}`, found.size, MOST_CUTS, 'thresholds');
    return [...found].sort((a, b) => a - b);
  });
}

function atMost(what, found, most, unit) {
  if (found > most) throw new Error(`${what} has ${found} ${unit}, expected up to ${most}`);
}
