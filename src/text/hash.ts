/** Offset basis of the FNV-1a hash of 32 bits (RFC 9923). */
export const FNV_BASIS = 0x811c9dc5;
/** Its prime. */
export const FNV_PRIME = 0x01000193;

/**
 * A hash of a string, or of a stretch of it, of 32 bits with a sign: FNV-1a over UTF-16 units.
 * @param seed where to begin; another seed gives another hash
 * @param start first unit, in UTF-16 units
 * @param end unit behind the last
 */
export function hashOf(text: string, seed = FNV_BASIS, start = 0, end = text.length): number {
  let h = seed;
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), FNV_PRIME);
  return h;
}

/** An odd multiplier that spreads the bits of a word: 2^32 divided by the golden ratio (Knuth, TAOCP 3, 6.4). */
export const GOLDEN_RATIO = 0x9e3779b1;
// The two of MurmurHash3's finalizer.
const MURMUR_FIRST = 0x85ebca6b;
const MURMUR_SECOND = 0xc2b2ae35;

/** Two hashes as one. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ Math.imul(b, GOLDEN_RATIO), MURMUR_FIRST);
  h ^= h >>> 15;
  return Math.imul(h, MURMUR_SECOND);
}

/**
 * The bucket of a hash.
 * @param buckets how many there are, a power of two from 2 to 2^31
 * @returns 0 to `buckets` - 1
 */
export function bucketOf(hash: number, buckets: number): number {
  return Math.imul(hash, GOLDEN_RATIO) >>> (Math.clz32(buckets) + 1);
}
