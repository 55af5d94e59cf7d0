import type { Model } from '../../../language-model/trigram-model.ts';
import { ENTRY } from '../costs.ts';
import { type Arc, candidateOf, NOTHING_SEEN, type SingleChainReading } from '../hypothesis.ts';
import { priorBits } from '../plausibility/prior.ts';
import type { Level } from '../text/decoded-level.ts';
import { weighText } from '../text/weighed-text.ts';
import { quickGain } from './gain.ts';

/** Bits that one chain saves over a text, its prior taken off. */
export function singleChainGain(
  model: Model,
  codes: readonly number[],
  { chain, level }: SingleChainReading,
): number {
  const arcs = arcsOf(codes, level);
  const text = weighText(model, codes);
  const saved = quickGain(text, arcs, ENTRY, true);
  return saved - priorBits(text, candidateOf(chain, arcs), NOTHING_SEEN);
}

/** The changed stretches of a level's input. */
function arcsOf(codes: readonly number[], level: Level): Arc[] {
  const arcs: Arc[] = [];
  let from = 0;
  for (let i = 0; i < level.length; ) {
    const to = level.ends[i]!;
    const out: number[] = [];
    for (; i < level.length && level.ends[i] === to; i++) out.push(level.codes[i]!);
    if (to > from + 1 || out[0] !== codes[from]) arcs.push({ from, to, out, cost: 0 });
    from = to;
  }
  return arcs;
}
