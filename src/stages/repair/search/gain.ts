import { HOPELESS_ARCS } from '../costs.ts';
import type { Arc } from '../hypothesis.ts';
import type { WeighedText } from '../text/weighed-text.ts';
import { RecodedRun } from './recoded-run.ts';

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
  let at = arcs[from]!.from;
  const run = new RecodedRun(text, at);
  for (let k = from; k < end; k++) {
    const arc = arcs[k]!;
    if (arc.from !== at) continue;
    run.make(arc.out, arc.cost);
    at = arc.to;
  }
  return run.saved(at);
}
