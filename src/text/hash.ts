/** Offset basis and prime of the hash FNV-1a of 32 bits (Fowler, Noll, Vo), as its authors give them. */
const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

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
