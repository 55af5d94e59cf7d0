import { keyOf } from '../../../text/tokens.ts';
import type { LabelledLine } from '../labelled-line.ts';
import { type Candidate, titleCandidates } from './title-candidates.ts';
import { NONE_WEIGHTS, TITLE_WEIGHTS } from './title-weights.ts';

/** How likely a line of a plain text is its title. */
export interface TitleChoice {
  /** Index of the line; -1 where the text has no title. */
  readonly index: number;
  /** The probability of the choice, 0 to 1. */
  readonly certainty: number;
}

const WEIGHTS: readonly (readonly [string, number])[] = Object.entries(TITLE_WEIGHTS);
// Characters of a stated title's key, and of what may stand beside it in its line: names of sites and sections.
const MIN_STATED_KEY = 8;
const MAX_BESIDE = 40;

/**
 * The line of a plain text that is most likely its title, of all lines near the body's start and "none" (a conditional
 * logit; scripts/train/title.mjs fits it).
 *
 * @param isBody for each line whether it is taken for body.
 * @param stated the title that the sender of the text states: then a line that says it, or none.
 */
export function titleInText(
  lines: readonly LabelledLine[],
  isBody: readonly boolean[],
  stated: readonly string[],
): TitleChoice {
  const candidates = titleCandidates(lines, isBody);
  const said = stated.map(keyOf).filter((key) => key !== '');
  if (said.length > 0) {
    const found = candidates.filter(({ index }) => says(lines[index]!.line.key, said));
    return found.length === 0 ? { index: -1, certainty: 1 } : bestOf(found, null);
  }
  return bestOf(candidates, isBody[0] === true);
}

/** The likeliest candidate, or none. */
function bestOf(candidates: readonly Candidate[], bodyFirst: boolean | null): TitleChoice {
  const scores = candidates.map(({ features }) => scoreOf(features));
  const none = bodyFirst === null ? -Infinity : noneScore(bodyFirst);
  const top = Math.max(none, ...scores);
  const mass = [none, ...scores].reduce((sum, score) => sum + Math.exp(score - top), 0);
  const best = scores.indexOf(top);
  return { index: best < 0 ? -1 : candidates[best]!.index, certainty: 1 / mass };
}

function noneScore(bodyFirst: boolean): number {
  return NONE_WEIGHTS.none + (bodyFirst ? NONE_WEIGHTS.bodyFirst : 0);
}

function scoreOf(features: Candidate['features']): number {
  let score = 0;
  for (const [name, weight] of WEIGHTS) score += weight * Number(features[name] ?? 0);
  return score;
}

/** Whether a line says a title, perhaps with the site's name beside it. */
function says(key: string, titles: readonly string[]): boolean {
  return titles.some(
    (title) =>
      key === title ||
      (title.length >= MIN_STATED_KEY &&
        key.length <= title.length + MAX_BESIDE &&
        (key.startsWith(`${title} `) || key.endsWith(` ${title}`))),
  );
}
