/** Pairs of numbers that hang together, directly or over others. */
export interface Component {
  /** Each pair as two numbers, one behind the other. */
  readonly pairs: Uint32Array;
}

/**
 * Parts pairs into groups that share no number.
 *
 * @param pairs `a * count + b`, ascending
 * @param count what all numbers are below
 */
export function* components(pairs: Float64Array, count: number): Generator<Component> {
  const parents = Uint32Array.from({ length: count }, (_, i) => i);
  for (const pair of pairs) join(parents, Math.floor(pair / count), pair % count);
  // By the root of each pair, in the order in which the pairs come.
  const ends = new Uint32Array(count + 1);
  for (const pair of pairs) ends[rootOf(parents, pair % count) + 1]! += 1;
  for (let i = 1; i <= count; i++) ends[i]! += ends[i - 1]!;
  const starts = ends.slice();
  const ordered = new Uint32Array(pairs.length * 2);
  for (const pair of pairs) {
    const at = ends[rootOf(parents, pair % count)]!++;
    ordered[2 * at] = Math.floor(pair / count);
    ordered[2 * at + 1] = pair % count;
  }
  for (let i = 0; i < count; i++) {
    if (starts[i]! < starts[i + 1]!) {
      yield { pairs: ordered.subarray(2 * starts[i]!, 2 * starts[i + 1]!) };
    }
  }
}

function join(parents: Uint32Array, a: number, b: number): void {
  const [x, y] = [rootOf(parents, a), rootOf(parents, b)];
  if (x < y) parents[y] = x;
  else parents[x] = y;
}

function rootOf(parents: Uint32Array, start: number): number {
  let at = start;
  while (parents[at] !== at) {
    // Halves the way for whoever comes next.
    parents[at] = parents[parents[at]!]!;
    at = parents[at]!;
  }
  return at;
}
