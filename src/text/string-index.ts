import type { Asset } from '../assets/asset.ts';
import { FNV_BASIS, FNV_PRIME, GOLDEN_RATIO, hashOf } from './hash.ts';

/** U+0020, between the words of a key. */
const SPACE = 0x20;

/** Strings of an asset in a hash table of open addressing, looked up without a map of them being made. */
export interface StringIndex {
  /** How many strings there are. */
  readonly size: number;
  /** The number of a string, or of the stretch of a text from `start` to `end` (UTF-16 units); -1 when it is not there. */
  readonly find: (text: string, start?: number, end?: number) => number;
  /**
   * Calls back with the number of each string that is the next words of a text, one to `most` of them from `start` on
   * (UTF-16 units), and with how many they are; words have one space between them.
   */
  readonly findWords: (
    text: string,
    start: number,
    most: number,
    use: (number: number, words: number) => void,
  ) => void;
  /** The string of a number. */
  readonly at: (number: number) => string;
}

/** Strings of an asset, by number. */
export interface StringList {
  readonly size: number;
  readonly at: (number: number) => string;
}

/** Reads a list of strings: their text, one behind the other, and where each begins. */
export function readStrings(asset: Asset<unknown>, name: string): StringList {
  const text = asset.text(`${name}:text`);
  const starts = asset.int32(`${name}:starts`);
  return {
    size: starts.length - 1,
    at: (number) => text.slice(starts[number]!, starts[number + 1]!),
  };
}

/** Reads a list of strings with the table in which scripts/generate/string-index.mjs has entered them. */
export function readIndex(asset: Asset<unknown>, name: string): StringIndex {
  const units = asset.uint16(`${name}:units`);
  const starts = asset.int32(`${name}:starts`);
  const hashes = asset.int32(`${name}:hashes`);
  const slots = asset.uint16(`${name}:slots`);
  const shift = 32 - Math.log2(slots.length);
  const mask = slots.length - 1;
  let longest = 0;
  for (let i = 0; i < hashes.length; i++) longest = Math.max(longest, starts[i + 1]! - starts[i]!);
  const isAt = (number: number, key: string, start: number, end: number): boolean => {
    let at = starts[number]!;
    if (starts[number + 1]! - at !== end - start) return false;
    for (let i = start; i < end; i++) if (units[at++] !== key.charCodeAt(i)) return false;
    return true;
  };
  const numberOf = (hash: number, key: string, start: number, end: number): number => {
    for (let slot = Math.imul(hash, GOLDEN_RATIO) >>> shift; ; slot = (slot + 1) & mask) {
      const number = slots[slot]! - 1;
      if (number < 0 || (hashes[number] === hash && isAt(number, key, start, end))) return number;
    }
  };
  return {
    size: hashes.length,
    find: (key, start = 0, end = key.length) =>
      end - start > longest ? -1 : numberOf(hashOf(key, undefined, start, end), key, start, end),
    findWords: (text, start, most, use) => {
      let hash = FNV_BASIS;
      let words = 0;
      const last = Math.min(text.length, start + longest);
      for (let end = start; end <= last; end++) {
        if (end === text.length || text.charCodeAt(end) === SPACE) {
          words += 1;
          const number = numberOf(hash, text, start, end);
          if (number >= 0) use(number, words);
          if (words === most) return;
        }
        hash = Math.imul(hash ^ text.charCodeAt(end), FNV_PRIME);
      }
    },
    at: (number) => String.fromCharCode(...units.subarray(starts[number]!, starts[number + 1]!)),
  };
}

/**
 * Calls back with each of the numbers that a string stands for, which is the stretch of a text from `start` to `end`
 * (UTF-16 units).
 */
export type MultiIndex = (
  text: string,
  start: number,
  end: number,
  use: (number: number) => void,
) => void;

/** Reads an index of strings each of which stands for several numbers. */
export function readMultiIndex(asset: Asset<unknown>, name: string): MultiIndex {
  const { find } = readIndex(asset, name);
  const ends = asset.int32(`${name}:ends`);
  const entries = asset.uint16(`${name}:entries`);
  return (text, start, end, use) => {
    const found = find(text, start, end);
    if (found < 0) return;
    for (let i = ends[found]!; i < ends[found + 1]!; i++) use(entries[i]!);
  };
}

/** The numbers that a string stands for; none when it is not there. */
export function numbersOf(index: MultiIndex, text: string): number[] {
  const numbers: number[] = [];
  index(text, 0, text.length, (number) => numbers.push(number));
  return numbers;
}
