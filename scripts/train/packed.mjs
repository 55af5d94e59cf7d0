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
