import { mix } from '../../text/hash.ts';
import type { Draft } from './draft.ts';

// Keys are grams of four tokens, of each window the one with the smallest hash (winnowing: Schleimer, Wilkerson, Aiken,
// SIGMOD 2003). What is smallest in a wide window is smallest in each narrow one inside it, so that articles of
// different lengths choose the same. Set on the open benchmark.

// A window has one in seven of the article's grams of four tokens, within bounds, so that there are some 15 keys; a
// longer article has more of them, up to 128, from where on its windows grow.
const WINDOWS = 7;
const MIN_WINDOW = 4;
const MAX_WINDOW = 64;
const MAX_KEYS = 128;

/** Two halves of a key must weigh as much together, else it is a phrase that many articles hold. */
const MIN_WEIGHT = 7;
/** A gram that is no key; also what a key cannot be. */
const NONE = 0xffffffff;

/** Chooses the hashes by which articles that share text are found. */
export function chooseKeys(draft: Draft): void {
  const { grams, weights, fours, keys } = draft;
  const count = Math.max(0, draft.gramCount - 2);
  for (let i = 0; i < count; i++) {
    const isHeavy = weights[i]! + weights[i + 2]! >= MIN_WEIGHT;
    fours[i] = isHeavy ? mix(grams[i]!, grams[i + 2]!) : NONE;
  }
  const window = windowFor(count);
  let n = 0;
  let at = -1;
  // A short article is one window.
  for (let end = Math.min(window, count); end <= count && count > 0; end++) {
    const start = Math.max(0, end - window);
    const before = at;
    if (at < start) at = smallest(fours, start, end);
    else if (fours[end - 1]! < fours[at]!) at = end - 1;
    if (at !== before && fours[at] !== NONE && !holds(keys, n, fours[at]!)) keys[n++] = fours[at]!;
  }
  draft.keyCount = n;
}

/** Whether one of the first keys is this one: of a passage that is repeated. */
function holds(keys: Uint32Array, count: number, key: number): boolean {
  for (let i = 0; i < count; i++) if (keys[i] === key) return true;
  return false;
}

function windowFor(count: number): number {
  const window = Math.min(MAX_WINDOW, Math.max(MIN_WINDOW, Math.floor(count / WINDOWS)));
  return Math.max(window, Math.ceil((2 * count) / MAX_KEYS));
}

function smallest(hashes: Uint32Array, start: number, end: number): number {
  let best = start;
  for (let i = start + 1; i < end; i++) if (hashes[i]! < hashes[best]!) best = i;
  return best;
}
