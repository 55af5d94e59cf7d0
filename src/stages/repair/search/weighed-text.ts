import { joinPrice, keptPrice, madePrice } from '../../../language-model/character-costs.ts';
import type { Model } from '../../../language-model/trigram-model.ts';
import type { Arc } from './lattice.ts';

/** A text weighed as it stands. What is ASCII and stands far from all else costs nothing here: it stays. */
export interface Weighed {
  readonly model: Model;
  readonly codes: readonly number[];
  /** The model's numbers, two spaces before and after: character `i` is at `i + 2`. */
  readonly ids: Uint16Array;
  /** Bits of each character as it stands, and of the end. */
  readonly kept: Float64Array;
  /** Bits of all characters before index `i`; the last entry includes the end of the text. */
  readonly sums: Float64Array;
  /** Where the dearest character stands, or the last one that is no ASCII before it. */
  readonly dearest: number;
}

/** So far behind a character that is no ASCII others may be read in a new light, lost ones included. */
const REACH = 8;

/** Weighs a text as it stands. */
export function weigh(model: Model, codes: readonly number[]): Weighed {
  const n = codes.length;
  const ids = new Uint16Array(n + 4).fill(model.space);
  const kept = new Float64Array(n + 2);
  const sums = new Float64Array(n + 3);
  for (let i = 0; i < n; i++) ids[i + 2] = model.idOf(codes[i]!);
  let sum = 0;
  let last = -REACH - 1;
  let dearest = 0;
  let most = 0;
  for (let i = 0; i < n + 2; i++) {
    if (i < n && codes[i]! >= 0x80) last = i;
    if (i - last <= REACH || i >= n) {
      const bits = keptPrice(model, ids[i]!, ids[i + 1]!, ids[i + 2]!);
      kept[i] = bits;
      sum += bits;
      if (bits > most && i - last < 2) {
        most = bits;
        dearest = last;
      }
    }
    sums[i + 1] = sum;
  }
  return { model, codes, ids, kept, sums, dearest };
}

/** What has lost so many bits will not win them back. */
const HOPELESS = -250;

/**
 * Bits that re-coding by these arcs would save, without a search: run by run (arcs that touch), those
 * that lose counted only when `all` must be taken.
 */
export function quickGain(
  text: Weighed,
  arcs: readonly Arc[],
  entry: number,
  all: boolean,
): number {
  let gain = all ? -entry : 0;
  for (let k = 0; k < arcs.length; ) {
    let end = k + 1;
    let at = arcs[k]!.to;
    while (end < arcs.length && arcs[end]!.from <= at) {
      if (arcs[end]!.from === at) at = arcs[end]!.to;
      end++;
    }
    const saved = runGain(text, arcs, k, end);
    if (all) {
      gain += saved;
      if (gain < HOPELESS) return gain;
    } else if (saved > entry) gain += gain === 0 ? saved - entry : saved;
    k = end;
  }
  return gain;
}

function runGain(text: Weighed, arcs: readonly Arc[], from: number, end: number): number {
  const { model, ids } = text;
  const begin = arcs[from]!.from;
  let a = ids[begin]!;
  let b = ids[begin + 1]!;
  let bits = 0;
  let at = begin;
  for (let k = from; k < end; k++) {
    const arc = arcs[k]!;
    if (arc.from !== at) continue;
    for (const code of arc.out) {
      const c = model.idOf(code);
      bits += madePrice(model, a, b, c);
      a = b;
      b = c;
    }
    bits += arc.price;
    at = arc.to;
  }
  return followPrice(text, begin, at, a, b, bits);
}

/** What a run from `begin` to `at` saves, re-coded for `bits` to end in `a` and `b`: the two characters that follow are read in a new light. */
export function followPrice(
  { model, ids, sums, codes }: Weighed,
  begin: number,
  at: number,
  a: number,
  b: number,
  bits: number,
): number {
  let first = a;
  let second = b;
  let sum = bits;
  const stop = Math.min(at + 2, codes.length + 1);
  for (let i = at; i < stop; i++) {
    const c = ids[i + 2]!;
    sum += keptPrice(model, first, second, c) + (i === at ? joinPrice(model, second, c) : 0);
    first = second;
    second = c;
  }
  return sums[stop]! - sums[begin]! - sum;
}
