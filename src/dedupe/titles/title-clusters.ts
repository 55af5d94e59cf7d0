import { lowerBound } from '../../text/lower-bound.ts';
import { NO_DAY } from '../row.ts';
import type { TitleCore } from './title-core.ts';

/** Words that are left of a title that was cut off, at least; fewer begin too many. Set by hand. */
const MIN_WORDS = 3;
/** The same in UTF-16 units, for scripts without spaces. */
const MIN_UNSPACED = 6;
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;
/** Behind every word: sorts after all that begins with a title. */
const LAST = '\uffff';

/** A title with the day on which it was printed. */
export interface DatedCore extends TitleCore {
  readonly day: number;
}

/**
 * Puts titles into clusters: those with the same words, and those that were cut off with the only one that goes on
 * as they begin. Titles without words stand alone.
 *
 * @param titles in the order in which they are kept
 * @param window days that may lie between two of a cluster that follow each other
 * @returns the number of each title's cluster: that of its first member
 */
export function clusterTitles(titles: readonly DatedCore[], window: number): Uint32Array {
  const clusterOf = Uint32Array.from(titles, (_, i) => i);
  const byWords = new Map<string, number[]>();
  for (const [i, { words }] of titles.entries()) {
    if (words === '') continue;
    const group = byWords.get(words);
    if (group) group.push(i);
    else byWords.set(words, [i]);
  }
  const wholes = wholeTitles(titles, byWords);
  const joined = new Map<string, number[]>();
  for (const [words, group] of byWords) {
    const whole = wholes.get(words) ?? words;
    joined.set(whole, [...(joined.get(whole) ?? []), ...group]);
  }
  for (const group of joined.values()) {
    for (const run of runsOf(
      group.sort((a, b) => a - b),
      titles,
      window,
    )) {
      for (const i of run) clusterOf[i] = run[0]!;
    }
  }
  return clusterOf;
}

/** For the words of titles that were cut off, the words with which they go on. */
function wholeTitles(
  titles: readonly DatedCore[],
  byWords: ReadonlyMap<string, readonly number[]>,
): Map<string, string> {
  const isCut = (words: string): boolean => byWords.get(words)!.every((i) => titles[i]!.cut);
  const hasCut = (words: string): boolean => byWords.get(words)!.some((i) => titles[i]!.cut);
  const wholes = new Map<string, string>();
  const cuts = [...byWords.keys()].filter((words) => hasCut(words) && saysEnough(words));
  if (cuts.length === 0) return wholes;
  const sorted = [...byWords.keys()].sort();
  for (const words of cuts) {
    const start = lowerBound(sorted, words);
    const end = lowerBound(sorted, words + LAST);
    const whole = onlyWhole(sorted, start, end, isCut);
    if (whole !== null && whole !== words) wholes.set(words, whole);
  }
  return wholes;
}

/** The longest of titles that begin alike, where each of the others begins it and no other is whole. */
function onlyWhole(
  sorted: readonly string[],
  start: number,
  end: number,
  isCut: (words: string) => boolean,
): string | null {
  const longest = sorted[end - 1]!;
  for (let i = start; i < end - 1; i++) {
    if (!longest.startsWith(sorted[i]!) || !isCut(sorted[i]!)) return null;
  }
  return longest;
}

/** Whether the words of a title that was cut off are enough to find the one that goes on. */
export function saysEnough(words: string): boolean {
  if (UNSPACED.test(words)) return words.length >= MIN_UNSPACED;
  return words.split(' ').length >= MIN_WORDS;
}

/** Parts a group, which is in the order of days, where more days lie between than the window allows. */
function runsOf(
  group: readonly number[],
  titles: readonly DatedCore[],
  window: number,
): number[][] {
  const runs: number[][] = [];
  let last = NO_DAY;
  for (const i of group) {
    const { day } = titles[i]!;
    const run = runs.at(-1);
    const isNear = run !== undefined && (day === NO_DAY || day - last <= window);
    if (isNear) run.push(i);
    else runs.push([i]);
    if (day !== NO_DAY) last = day;
  }
  return runs;
}
