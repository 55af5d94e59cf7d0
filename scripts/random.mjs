/** A repeatable generator of numbers from 0 to 1 (mulberry32). */
export function randomOf(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The same, seeded by a string. */
export function randomFrom(seed) {
  let state = 0x9e3779b9;
  for (const char of seed) state = Math.imul(state ^ char.codePointAt(0), 0x01000193);
  return randomOf(state);
}
