import { ENTRY, EXCEPTION, WORD_EXCEPTION } from '../costs.ts';
import { type Arc, type Candidate, isLegacy, type Plan } from '../hypothesis.ts';
import { priorBits } from '../plausibility/prior.ts';
import { isMark } from '../text/characters.ts';
import type { WeighedText } from '../text/weighed-text.ts';
import { type ChainOption, leastCostReading } from './viterbi.ts';
import { byArcs, byWords } from './whole-words.ts';

/** Options that rival guesses at one place are spread over. Set by hand. */
const RIVALS = 6;
/** Rival guesses that each of them takes, those of least cost first. Set by hand. */
const GUESSES_EACH = 4;

/** What some chains together make of a text, or null when leaving it alone is better. `seen` are keys of chains that the article has shown. */
export function planOf(
  text: WeighedText,
  chosen: readonly Candidate[],
  seen: ReadonlySet<string>,
): Plan | null {
  const options = chosen.flatMap((candidate, group) => optionsOf(text, candidate, group));
  const { steps, bits } = leastCostReading(text, options);
  const prior = chosen.reduce((sum, candidate) => sum + priorBits(text, candidate, seen), 0);
  const gain = text.sums[text.codes.length + 1]! - bits - prior;
  if (gain <= 0 || steps.length === 0) return null;
  return { steps: byArcs(steps, chosen), candidates: chosen, gain };
}

/** A candidate as options of the search; rival guesses at one place go to different ones, so that what follows decides. */
function optionsOf(text: WeighedText, candidate: Candidate, group: number): ChainOption[] {
  const arcs = byWords(text, candidate);
  if (!candidate.losses && !isLegacy(candidate))
    return [{ arcs, group, entry: ENTRY, exception: EXCEPTION }];
  if (!candidate.losses) {
    const ofMark = ({ from }: Arc): boolean => isMark(text.codes[from]!);
    return [
      { arcs: arcs.filter((arc) => !ofMark(arc)), group, entry: ENTRY, exception: WORD_EXCEPTION },
      { arcs: arcs.filter(ofMark), group, entry: ENTRY, exception: EXCEPTION },
    ].filter((option) => option.arcs.length > 0);
  }
  const rivals = new Map<number, Arc[]>();
  for (const arc of arcs) {
    const list = rivals.get(arc.from);
    if (list) list.push(arc);
    else rivals.set(arc.from, [arc]);
  }
  const split: Arc[][] = Array.from({ length: RIVALS }, () => []);
  for (const list of rivals.values()) {
    if (list.length > 1) list.sort((x, y) => costAlone(text, x) - costAlone(text, y));
    for (const [i, arc] of list.slice(0, RIVALS * GUESSES_EACH).entries())
      split[i % RIVALS]!.push(arc);
  }
  return split.map((list) => ({ arcs: list, group, entry: ENTRY, exception: 0 }));
}

/** What a guess costs by its first character, after what stands before it or after a space. */
function costAlone({ model, ids }: WeighedText, { from, out, cost }: Arc): number {
  const c = model.idOf(out[0]!);
  const inPlace = model.cost(ids[from]!, ids[from + 1]!, c);
  return cost + Math.min(model.cost(model.space, model.space, c), inPlace);
}
