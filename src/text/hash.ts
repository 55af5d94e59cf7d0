const BUCKET_BITS = 16;

/** Two hashes as one. */
export function mix(a: number, b: number): number {
  let h = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  h ^= h >>> 15;
  return Math.imul(h, 0xc2b2ae35);
}

/** The bucket of a hash. */
export function bucketOf(hash: number): number {
  return Math.imul(hash, 0x9e3779b1) >>> (32 - BUCKET_BITS);
}

/** A hash of a string, or of a stretch of it. */
export function hashOf(text: string, seed = 0x811c9dc5, start = 0, end = text.length): number {
  let h = seed;
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h;
}
