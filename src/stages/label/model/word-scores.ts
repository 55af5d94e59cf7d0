import type { Linear } from '../../../assets/packed-linear.ts';
import type { Element } from '../../../document/document.ts';
import { bucketOf, hashOf, mix } from '../../../text/hash.ts';
import type { Elements } from './features/elements.ts';
import type { Sequence } from './sequence.ts';

// Set by hand; the weights were trained on it, so that another value needs new ones.
// Words at a block's start and end that are scored; what keeps a pair's hash apart from a word's.
const HEAD_TOKENS = 24;
const TAIL_TOKENS = 8;
const PAIR = 3;
// Code points.
const LOWER_A = 0x61;
const LOWER_Z = 0x7a;
const NOT_ASCII = 0x80;
/**
 * Words of an element's names that are scored. Set by hand; the weights were trained on it, so that another value needs
 * new ones.
 */
const MAX_NAMES = 24;

/**
 * Calls back with a hash for each word and pair of words at the start and end of an item.
 *
 * @public The training script imports it from the build.
 */
export function textHashes(sequence: Sequence, i: number, use: (hash: number) => void): void {
  const { tokens, starts } = sequence;
  const from = starts[i]!;
  const to = starts[i + 1]!;
  const count = to - from;
  use(mix(11, Math.min(count, 12)));
  for (let k = from; k < to; k++) {
    if (k - from >= HEAD_TOKENS && to - k > TAIL_TOKENS) continue;
    const token = tokens[k]! | 1;
    use(token);
    if (k > from) use(mix(mix(tokens[k - 1]! | 1, token), PAIR));
    else use(mix(token, 5));
  }
}

/** How far an element may stand from a line: its own, one of the two above, further out. */
const LEVELS = [0, 1, 2] as const;

/**
 * Calls back with a hash for the tag and each word of an element's names.
 *
 * @public The training script imports it from the build.
 */
export function nameHashes(element: Element, level: number, use: (hash: number) => void): void {
  eachName(element, (hash) => use(mix(hash, level)));
}

/** Calls back with a hash of the tag and of each word of an element's names. */
function eachName(element: Element, use: (hash: number) => void): void {
  use(hashOf(element.tag, 77));
  const { words } = element;
  let count = 0;
  for (let at = 0; at < words.length && count < MAX_NAMES; at++) {
    if (!isInName(words.charCodeAt(at))) continue;
    const start = at;
    while (at < words.length && isInName(words.charCodeAt(at))) at += 1;
    use(hashOf(words, undefined, start, at));
    count += 1;
  }
}

function isInName(code: number): boolean {
  return (code >= LOWER_A && code <= LOWER_Z) || code >= NOT_ASCII;
}

/** What the words of each item speak for: log-odds of being body. */
export function textScores(sequence: Sequence, { weights, unit }: Linear): Float32Array {
  const out = new Float32Array(sequence.items.length);
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    let count = 0;
    textHashes(sequence, i, (hash) => {
      sum += weights[bucketOf(hash, weights.length)]!;
      count += 1;
    });
    out[i] = (sum * unit) / Math.sqrt(count);
  }
  return out;
}

/** What tags and names of each item's element, of the two above, and of all further out speak for. */
export function nameScores(elements: Elements, { weights, unit }: Linear): Float32Array[] {
  const { list, parent, of } = elements;
  const levels = LEVELS.map(() => new Float32Array(list.length));
  const sums = [0, 0, 0];
  const add = (hash: number): void => {
    for (const level of LEVELS)
      sums[level]! += weights[bucketOf(mix(hash, level), weights.length)]!;
  };
  list.forEach((element, row) => {
    sums.fill(0);
    eachName(element, add);
    for (const level of LEVELS) levels[level]![row] = sums[level]! * unit;
  });
  const far = levels[2]!;
  for (let row = 0; row < list.length; row++)
    if (parent[row]! >= 0) far[row]! += far[parent[row]!]!;
  const own = new Float32Array(of.length);
  const near = new Float32Array(of.length);
  const outer = new Float32Array(of.length);
  of.forEach((row, i) => {
    if (row < 0) return;
    const up = parent[row]!;
    const second = up < 0 ? -1 : parent[up]!;
    const third = second < 0 ? -1 : parent[second]!;
    own[i] = levels[0]![row]!;
    near[i] = (up < 0 ? 0 : levels[1]![up]!) + (second < 0 ? 0 : levels[1]![second]!);
    outer[i] = third < 0 ? 0 : far[third]!;
  });
  return [own, near, outer];
}
