import { joinCost, keptCost, madeCost } from '../../../language-model/character-costs.ts';
import { HOPELESS_ARCS } from '../costs.ts';
import type { Arc } from '../hypothesis.ts';
import type { WeighedText } from '../text/weighed-text.ts';

/**
 * Bits that re-coding by these arcs would save, without a search: run by run (arcs that touch), those
 * that lose counted only when `all` must be taken.
 */
export function quickGain(
  text: WeighedText,
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
      if (gain < HOPELESS_ARCS) return gain;
    } else if (saved > entry) gain += gain === 0 ? saved - entry : saved;
    k = end;
  }
  return gain;
}

function runGain(text: WeighedText, arcs: readonly Arc[], from: number, end: number): number {
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
      bits += madeCost(model, a, b, c);
      a = b;
      b = c;
    }
    bits += arc.cost;
    at = arc.to;
  }
  return savedByRun(text, begin, at, a, b, bits);
}

/** What a run from `begin` to `at` saves, re-coded for `bits` to end in `a` and `b`: the two characters that follow are read in a new light. */
export function savedByRun(
  { model, ids, sums, codes }: WeighedText,
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
    sum += keptCost(model, first, second, c) + (i === at ? joinCost(model, second, c) : 0);
    first = second;
    second = c;
  }
  return sums[stop]! - sums[begin]! - sum;
}
