import type { Model } from '../../../language-model/trigram-model.ts';
import { applyArcs } from '../arcs.ts';
import { DOMINANCE } from '../costs.ts';
import type { Plan, Step } from '../hypothesis.ts';
import { isMark, REPLACEMENT } from '../text/characters.ts';
import { provenMark } from './proven-marks.ts';

/**
 * A plan with U+FFFD for each guessed character that does not dominate what else may have stood there: what is lost is
 * lost, and a reader must not take a guess for what was written.
 */
export function withoutGuesses(model: Model, codes: readonly number[], plan: Plan): Plan {
  if (!plan.steps.some(({ rivals }) => rivals !== undefined)) return plan;
  const made = applyArcs(codes, plan.steps).codes;
  const guesses = guessesOf(plan);
  const isLost = (at: number): boolean => guesses.get(at)?.some(isMark) === true;
  let shift = 0;
  const steps = plan.steps.map((step): Step => {
    const at = step.from + shift;
    shift += step.out.length - (step.to - step.from);
    if (step.rivals === undefined) return step;
    const out = step.out.map((code, k) => {
      const rivals = guesses.get(at + k);
      if (rivals === undefined || rivals.length < 2) return code;
      if (!isLost(at + k)) return dominates(model, made, at + k, rivals) ? code : REPLACEMENT;
      const mark = provenMark(made, at + k, isLost);
      return mark !== null && rivals.includes(mark) ? mark : REPLACEMENT;
    });
    return { ...step, out };
  });
  return { ...plan, steps };
}

/** What guessed characters may have been, by their places in what the plan makes. */
function guessesOf({ steps }: Plan): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, readonly number[]>();
  let shift = 0;
  for (const { from, to, out, rivals } of steps) {
    for (const [k, list] of rivals ?? []) found.set(from + shift + k, list);
    shift += out.length - (to - from);
  }
  return found;
}

/** Whether the character at a place costs so much less there than any of its rivals. */
function dominates(
  model: Model,
  codes: readonly number[],
  at: number,
  rivals: readonly number[],
): boolean {
  const own = costAt(model, codes, at, codes[at]!);
  return rivals.every(
    (rival) => rival === codes[at] || costAt(model, codes, at, rival) - own >= DOMINANCE,
  );
}

/** Bits of a character in the place of the one at a place, and of the two that follow. */
function costAt(model: Model, codes: readonly number[], at: number, code: number): number {
  const idAt = (i: number): number => {
    const own = i === at ? code : codes[i];
    return own === undefined ? model.space : model.idOf(own);
  };
  let bits = 0;
  for (let i = at; i < at + 3; i++) bits += model.cost(idAt(i - 2), idAt(i - 1), idAt(i));
  return bits;
}
