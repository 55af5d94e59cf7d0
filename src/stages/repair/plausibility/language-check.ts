import { costOf, plainCost } from '../../../language-model/text-cost.ts';
import { CJK, LATIN, type Model } from '../../../language-model/trigram-model.ts';
import { type Applied, applyArcs } from '../arcs.ts';
import {
  LANGUAGE,
  LANGUAGE_FOR_FITTING,
  LANGUAGE_FOR_LETTER,
  LANGUAGE_FOR_MARKS,
  LANGUAGE_FOR_OTHER_BASE,
  LANGUAGE_FOR_SIGN,
  LANGUAGE_OF_LETTERS,
} from '../costs.ts';
import { isLegacy, type Plan } from '../hypothesis.ts';
import { loadAlphabets } from '../tables.ts';
import { RIGHT_QUOTE, SOFT_HYPHEN } from '../text/characters.ts';
import { fittingAlphabets } from './alphabets.ts';

/**
 * Whether what a plan with a legacy chain makes of a text is language, and the text was none: a text in
 * letters of one alphabet, without a fault, is taken for a language that the model does not know. `seen` are
 * chains that the article has shown: they need no more evidence.
 */
export function isMoreLanguageLike(
  model: Model,
  codes: readonly number[],
  plan: Plan,
  seen: ReadonlySet<string>,
): boolean {
  const { steps, candidates } = plan;
  if (!candidates.some((c) => isLegacy(c) && !seen.has(c.chain.key))) return true;
  const changed = steps.flatMap(({ from, to }) => codes.slice(from, to));
  if (changed.every(isControl)) return true;
  const after = applyArcs(codes, steps);
  const made = after.codes.filter((_, i) => after.isMade[i]);
  const cost = meanCost(model, after);
  if (cost > LANGUAGE) return false;
  const areIdeograms = shareOf(model, made, isIdeogram) > 0.5;
  if (!areIdeograms && cost > LANGUAGE_OF_LETTERS) return false;
  if (shareOf(model, changed, isLatin) <= 0.5) {
    const isOne = new Set(made).size === 1 && shareOf(model, changed, isLetter) === 0;
    return !isOne || cost <= LANGUAGE_FOR_SIGN;
  }
  const flaws = flawsOf(model, codes);
  if (flawsOf(model, after.codes) > flaws) return false;
  if (shareOf(model, made, isLatin) <= 0.5 && shareOf(model, made, isLetter) > 0.5) return true;
  const fitting = fittingAlphabets(model, loadAlphabets(), after.codes);
  const keeps = shareKept(plan, codes);
  if (flaws === 0 && keeps < 0.5 && new Set(made).size === 1)
    return fitting !== 0 && cost <= LANGUAGE_FOR_LETTER;
  if (flaws > 0 || !(fittingAlphabets(model, loadAlphabets(), codes)! > 0)) return true;
  if (fitting === null) return cost <= LANGUAGE_FOR_MARKS;
  return fitting > 0 && cost <= (keeps < 0.5 ? LANGUAGE_FOR_OTHER_BASE : LANGUAGE_FOR_FITTING);
}

function isControl(code: number): boolean {
  return code < 0xa0;
}

/** Bits a character of what was made and the two that follow each. */
function meanCost(model: Model, { codes, isMade }: Applied): number {
  let count = 0;
  const bits = costOf(model, codes, codes.length, plainCost, (i) => {
    const isNear = isMade[i] === true || isMade[i - 1] === true || isMade[i - 2] === true;
    if (isNear) count++;
    return isNear;
  });
  return count === 0 ? 0 : bits / count;
}

function isLatin({ script, idOf }: Model, code: number): boolean {
  return script[idOf(code)] === LATIN;
}

/** An ideogram, kana or hangul. */
function isIdeogram({ script, idOf }: Model, code: number): boolean {
  return script[idOf(code)] === CJK;
}

function isLetter({ script, idOf }: Model, code: number | undefined): boolean {
  return code !== undefined && script[idOf(code)]! > 0;
}

function shareOf(
  model: Model,
  codes: readonly number[],
  test: (model: Model, code: number) => boolean,
): number {
  return codes.filter((code) => test(model, code)).length / codes.length;
}

/** What joins two l in Catalan. */
const MIDDLE_DOT = 0xb7;

/** Marks inside words or, of Latin-1's, behind them, and capitals behind small letters. */
function flawsOf(model: Model, codes: readonly number[]): number {
  let found = 0;
  for (let i = 1; i < codes.length; i++) {
    const code = codes[i]!;
    const before = codes[i - 1]!;
    if (!isLetter(model, before)) continue;
    if (isLetter(model, code)) {
      const a = model.idOf(before);
      const wide = code >= 0x80 || before >= 0x80;
      if (wide && model.upper[model.idOf(code)] === 1 && model.upper[a] === 0) found++;
    } else if (isOutOfPlace(code) && (isSign(code) || isLetter(model, codes[i + 1]))) found++;
  }
  return found;
}

function isOutOfPlace(code: number): boolean {
  return code >= 0x80 && code !== RIGHT_QUOTE && code !== MIDDLE_DOT && code !== SOFT_HYPHEN;
}

/** ¡ to ¿ without the quotation marks and what may stand behind a word: ®, ª, º, the no-break space. */
function isSign(code: number): boolean {
  return code > 0xa0 && code < 0xc0 && !BEHIND_WORDS.has(code);
}

/** ©, ª, «, ®, ´, º, ». */
const BEHIND_WORDS: ReadonlySet<number> = new Set([0xa9, 0xaa, 0xab, 0xae, 0xb4, 0xba, 0xbb]);

/** The share of the changed letters that keep the letter they are based on. */
function shareKept({ steps }: Plan, codes: readonly number[]): number {
  let kept = 0;
  let count = 0;
  for (const { from, to, out } of steps) {
    count += out.length;
    if (to - from !== out.length) continue;
    kept += out.filter((code, i) => baseOf(code) === baseOf(codes[from + i]!)).length;
  }
  return kept / count;
}

function baseOf(code: number): string {
  return String.fromCodePoint(code).normalize('NFD').charAt(0).toLowerCase();
}
