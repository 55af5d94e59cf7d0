import { LATIN, type Model } from '../../../language-model/trigram-model.ts';
import {
  LEFT_EACH,
  STRANGE,
  TIMES_STRANGER,
  TIMES_STRANGER_LEGACY,
  TIMES_STRANGER_ONE_CHAIN,
} from '../costs.ts';
import { allControls, coversAll, isLegacy, type Plan, PROOF, type Whole } from '../hypothesis.ts';
import { isMark } from '../text/characters.ts';
import type { Scan } from '../text/surprise.ts';

/** So few letters cannot be of several scripts. */
const SOME = 12;
/** All strangeness there is. */
const ANY = Number.POSITIVE_INFINITY;

/** Whether a plan leaves little strange of a text: else it is not what happened. */
export function makesSense(scan: Scan, codes: readonly number[], plan: Plan): boolean {
  const { steps, candidates } = plan;
  // a control is strange whatever mark it becomes
  const areControls = candidates.every((candidate) => allControls(candidate, codes));
  if (areControls && steps.every(({ out }) => out.every(isMark))) return true;
  const out = carriedOut(codes, plan);
  const left = scan.codes(out, out.length, ANY);
  if (left < steps.length * LEFT_EACH) return true;
  const before = scan.codes(codes, codes.length, ANY);
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

function carriedOut(codes: readonly number[], { steps }: Plan): number[] {
  const out: number[] = [];
  let at = 0;
  for (const step of steps) {
    while (at < step.from) out.push(codes[at++]!);
    for (const code of step.out) out.push(code);
    at = step.to;
  }
  while (at < codes.length) out.push(codes[at++]!);
  return out;
}

/** Whether what one chain made of a text is nothing strange, or little beside what the text was. */
export function readsWell(scan: Scan, text: string, { level, proof }: Whole): boolean {
  const { codes, length, wide } = level;
  const enough = wide * LEFT_EACH;
  if (scan.codes(codes, length, enough) < enough) return true;
  return (
    proof >= PROOF &&
    scan.codes(codes, length, ANY) * TIMES_STRANGER_ONE_CHAIN < scan.text(text, ANY)
  );
}
