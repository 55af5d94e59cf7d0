/** Keys of articles: the same place in both belongs together. */
export interface Postings {
  readonly keys: Uint32Array;
  /** Numbers of the articles. */
  readonly articles: Uint32Array;
}

/** Where more do, each is compared with so many of those that follow it. Set by hand. */
export const NEIGHBOURS = 2;

/** What came of the keys. */
export interface PairCounts {
  /** Keys that more articles share than the cap. */
  readonly crowded: number;
  /** The most articles that share a key. */
  readonly most: number;
}

/**
 * Finds the articles that share a key. Where many do, each is paired with its neighbours only, in the order of their
 * numbers, so that the work grows with the keys and not with their squares.
 *
 * @param postings of one part of the keys: all that have a key stand in it
 * @param use called with each pair, `a < b`; a pair that shares several keys comes as often
 */
export function pairArticles(
  postings: Postings,
  cap: number,
  use: (a: number, b: number) => void,
): PairCounts {
  const { keys, articles } = sorted(postings);
  let crowded = 0;
  let most = 0;
  for (let start = 0; start < keys.length; ) {
    let end = start + 1;
    while (end < keys.length && keys[end] === keys[start]) end += 1;
    const size = end - start;
    most = Math.max(most, size);
    if (size > cap) crowded += 1;
    const reach = size > cap ? NEIGHBOURS : size;
    if (size > cap) articles.subarray(start, end).sort();
    for (let i = start; i < end; i++) {
      const last = Math.min(end, i + 1 + reach);
      for (let j = i + 1; j < last; j++) {
        const a = articles[i]!;
        const b = articles[j]!;
        if (a !== b) use(Math.min(a, b), Math.max(a, b));
      }
    }
    start = end;
  }
  return { crowded, most };
}

// A sort by the digits of the key, from the lowest on, that keeps the order of equal ones.
const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const KEY_BITS = 32;

/** Postings by key. */
function sorted(postings: Postings): Postings {
  let from = postings;
  let to = {
    keys: new Uint32Array(from.keys.length),
    articles: new Uint32Array(from.keys.length),
  };
  const starts = new Uint32Array(DIGITS + 1);
  for (let shift = 0; shift < KEY_BITS; shift += DIGIT_BITS) {
    starts.fill(0);
    for (const key of from.keys) starts[((key >>> shift) & (DIGITS - 1)) + 1]! += 1;
    for (let digit = 1; digit <= DIGITS; digit++) starts[digit]! += starts[digit - 1]!;
    for (let i = 0; i < from.keys.length; i++) {
      const at = starts[(from.keys[i]! >>> shift) & (DIGITS - 1)]!++;
      to.keys[at] = from.keys[i]!;
      to.articles[at] = from.articles[i]!;
    }
    const spare = from === postings ? emptyLike(to) : (from as typeof to);
    from = to;
    to = spare;
  }
  return from;
}

function emptyLike({ keys }: Postings): {
  keys: Uint32Array<ArrayBuffer>;
  articles: Uint32Array<ArrayBuffer>;
} {
  return { keys: new Uint32Array(keys.length), articles: new Uint32Array(keys.length) };
}
