import { keyOf } from '../../../text/tokens.ts';
import type { LabelledLine } from '../labelled-line.ts';
import { aboveDeck } from './above-deck.ts';
import { bodyWithoutCaptions } from './body-without-captions.ts';
import { isFirstOfClean, isNoGuess, mayBeTitle } from './candidate-kinds.ts';
import { type Candidate, titleCandidates } from './title-candidates.ts';
import type { Features } from './title-features.ts';
import { NONE_WEIGHTS, TITLE_WEIGHTS } from './title-weights.ts';

/** The title of a plain text. */
export interface TitleChoice {
  /** Index of its line; -1 where the text has none. */
  readonly index: number;
  /** No line is like a title: the first short one was taken. */
  readonly isGuess: boolean;
}

const WEIGHTS: readonly (readonly [string, number])[] = Object.entries(TITLE_WEIGHTS);
/** Sums of floats in another order differ by less, in nats. */
const ROUNDING = 1e-9;
// Characters of a stated title's key, and of what may stand beside it in its line: names of sites and sections.
const MIN_STATED_KEY = 8;
const MAX_BESIDE = 40;

/**
 * The line of a plain text that is most likely its title, of all lines near the body's start and "none" (a conditional
 * logit; scripts/title/train.mjs fits it). Before all others, the one that the text's head or marks call the title;
 * where none is likelier, the text's first short line, as a guess.
 *
 * @param isBody for each line whether it is taken for body; captions may be among them.
 * @param stated titles that the sender of the text states: then a line that says one, or none.
 */
export function titleInText(
  lines: readonly LabelledLine[],
  isBody: readonly boolean[],
  stated: readonly string[],
): TitleChoice {
  const marked = lines.findIndex(({ line }) => line.block.role === 'title');
  if (marked >= 0) return { index: marked, isGuess: false };
  const isText = bodyWithoutCaptions(lines, isBody);
  const candidates = titleCandidates(lines, isText);
  const said = stated.map(keyOf).filter((key) => key !== '');
  if (said.length > 0) {
    const found = candidates.filter(({ index }) => says(lines[index]!.line.key, said));
    return { index: bestOf(found, Number.NEGATIVE_INFINITY)?.index ?? -1, isGuess: false };
  }
  const none = noneScore(isText[0] === true);
  // Behind a kicker stands another article's title where there is a second line like one, else this article's.
  const best = bestOf(candidates, none) ?? bestOf(candidates, none, withoutKicker);
  // A list of names or links has no line that could be its title but the first.
  const hasText = lines.some(({ line }) => line.isSentence);
  if (best && (hasText || best.index === candidates[0]!.index)) {
    const headline = aboveDeck(best, candidates, lines);
    return { index: uncut(headline, candidates, lines).index, isGuess: false };
  }
  const guess =
    candidates.find((one) => mayBeTitle(one) && !isNoGuess(one.features)) ??
    candidates.find((one) => mayBeTitle(one) && isFirstOfClean(one.features));
  return { index: guess?.index ?? -1, isGuess: guess !== undefined };
}

/** What is known of a line as if no kicker stood at its start, nor what its words say because of it. */
function withoutKicker(features: Features): Features {
  if (!features['kickerBefore']) return features;
  return { ...features, kickerBefore: false, dateline: false, named: false, namer: 0 };
}

/**
 * Of a title that was cut off (`Council reopens the …`, or a breadcrumb with its first words) the copy that is whole, where
 * there is one.
 */
function uncut(
  best: Candidate,
  candidates: readonly Candidate[],
  lines: readonly LabelledLine[],
): Candidate {
  const isCrumb = Boolean(best.glance['againUncut']);
  if (!best.glance['cut'] && !isCrumb) return best;
  const { key } = lines[best.index]!.line;
  const whole = candidates.find(
    (one) =>
      !one.glance['cut'] &&
      (!isCrumb || (one.index > best.index && !one.glance['stop'])) &&
      lines[one.index]!.line.key.startsWith(key) &&
      mayBeTitle(one),
  );
  return whole ?? best;
}

/**
 * The likeliest candidate that is likelier than none, the first of several. At a glance most cannot win any more, so the
 * likeliest at a glance are looked at first.
 */
function bestOf(
  candidates: readonly Candidate[],
  none: number,
  as: (features: Features) => Features = (features) => features,
): Candidate | null {
  const hopes = candidates.map((candidate) => ({ candidate, most: mostOf(candidate.glance) }));
  hopes.sort((a, b) => b.most - a.most);
  let best: Candidate | null = null;
  let top = none;
  for (const { candidate, most } of hopes) {
    if (most + ROUNDING < top) break;
    if (!mayBeTitle(candidate)) continue;
    const score = scoreOf(as(candidate.features));
    const earlier = best !== null && score === top && candidate.index < best.index;
    if (score <= top && !earlier) continue;
    best = candidate;
    top = score;
  }
  return best;
}

/** The most that a candidate's score can be, by what is known at a glance. */
function mostOf(glance: Features): number {
  let score = 0;
  for (const [name, weight] of WEIGHTS) {
    const value = glance[name];
    score += value === undefined ? Math.max(0, weight) : weight * Number(value);
  }
  return score;
}

function noneScore(bodyFirst: boolean): number {
  return NONE_WEIGHTS.none + (bodyFirst ? NONE_WEIGHTS.bodyFirst : 0);
}

function scoreOf(features: Features): number {
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
