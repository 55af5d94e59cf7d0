import { LATIN, type Model } from '../../../language-model/trigram-model.ts';
import { applyArcs } from '../arcs.ts';
import {
  LEFT_EACH,
  STRANGE,
  TIMES_STRANGER,
  TIMES_STRANGER_LEGACY,
  TIMES_STRANGER_ONE_CHAIN,
} from '../costs.ts';
import {
  allControls,
  coversAll,
  isLegacy,
  type Plan,
  PROOF,
  type SingleChainReading,
} from '../hypothesis.ts';
import { isMark } from '../text/characters.ts';
import type { SurpriseScan } from '../text/surprise.ts';
import type { Workspace } from '../workspace.ts';

/** Fewer letters than this cannot be of several scripts. Set by hand. */
const SOME = 12;
/** All strangeness there is. */
const ANY = Number.POSITIVE_INFINITY;

/**
 * Whether a plan leaves little strange of a text: else it is not what happened. `seen` are keys of chains that the
 * article has shown: what they leave strange (a rare name) is strange in the text.
 */
export function leavesLittleSurprise(
  surprise: SurpriseScan,
  codes: readonly number[],
  plan: Plan,
  seen: ReadonlySet<string>,
): boolean {
  const { steps, candidates } = plan;
  if (candidates.every(({ chain }) => seen.has(chain.key))) return true;
  // a control is strange whatever mark it becomes
  const areControls = candidates.every((candidate) => allControls(candidate, codes));
  if (areControls && steps.every(({ out }) => out.every(isMark))) return true;
  const { codes: out } = applyArcs(codes, steps);
  const left = surprise.codes(out, out.length, ANY);
  if (left < steps.length * LEFT_EACH) return true;
  const before = surprise.codes(codes, codes.length, ANY);
  if (candidates.some(isLegacy)) return left * TIMES_STRANGER_LEGACY < before;
  return before < STRANGE || left * TIMES_STRANGER < before || coversAll(plan, codes);
}

/** Whether a plan makes few letters, and those of two scripts or more, Latin aside: nobody wrote that. */
export function mixesScripts({ script, idOf }: Model, { steps }: Plan): boolean {
  const scripts = steps
    .flatMap(({ out }) => out.map((code) => script[idOf(code)]!))
    .filter((own) => own > LATIN);
  return scripts.length < SOME && new Set(scripts).size > 1;
}

/** Whether what one chain made of a text is nothing strange, or little beside what the text was. */
export function readsWell(
  { surprise, units }: Workspace,
  text: string,
  { level, proof }: SingleChainReading,
): boolean {
  const { codes, length, wide } = level;
  const enough = wide * LEFT_EACH;
  if (surprise.codes(codes, length, enough) < enough) return true;
  if (proof < PROOF) return false;
  const left = surprise.codes(codes, length, ANY);
  return left * TIMES_STRANGER_ONE_CHAIN < surprise.units(units.unitsOf(text), text.length, ANY);
}
