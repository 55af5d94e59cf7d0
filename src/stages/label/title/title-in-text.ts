import { keyOf } from '../../../text/tokens.ts';
import type { Line } from '../../read/line.ts';
import type { LabelledLine } from '../labelled-line.ts';
import { endsInCredit } from '../line-rules/credit-end.ts';
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
/** Words; set by hand. A site's or a section's name has fewer. */
const MIN_HEADLINE_WORDS = 4;
/** Words of a headline that needs no word of the body; set by hand. */
const MIN_LONG_WORDS = 7;
/** The share of its length that the deck below it has at least; set by hand. */
const LIKE_A_DECK = 0.85;
/** Share of the longer words of a headline over its deck that the body has, too; set by hand. */
const MIN_OVERLAP = 0.3;
/** The same where the deck is no longer than the headline, or not the second line. */
const SURE_OVERLAP = 0.4;
/** Sums of floats in another order differ by less, in nats. */
const ROUNDING = 1e-9;
/** What a line has that is no title: of some 3,000 rows' titles eight have one (the open benchmark's texts). */
const NO_TITLE = ['phrase', 'icon', 'fact', 'captioned'];
/** What a line has that is surely something else than a title; see title-features.ts. */
const NAMED = [
  'time',
  'rates',
  'stop',
  'sentences',
  'open',
  'lower',
  'w180',
  'w260',
  'item',
  'name',
  'dated',
  'readTime',
  'section',
  'outlet',
  'kicker',
  'credit',
  'networks',
  'named',
  'namer',
];
/** Of these, what a title of a few words may have. */
const MAY_BE_TITLE: ReadonlySet<string> = new Set(['name', 'lower', 'namer']);
/** What a line has that is no guess at a title: the same, and lines like a title above it. */
const NO_GUESS = [...NAMED, 'nextLower', 'open1', 'open2', 'bodyAbove'];
// Characters of a stated title's key, and of what may stand beside it in its line: names of sites and sections.
const MIN_STATED_KEY = 8;
const MAX_BESIDE = 40;

/**
 * The line of a plain text that is most likely its title, of all lines near the body's start and "none" (a conditional
 * logit; scripts/title/train.mjs fits it). Before all others, the one that the text's head or marks call the title;
 * where none is likelier, the text's first short line, as a guess.
 *
 * @param isBody for each line whether it is taken for body.
 * @param stated titles that the sender of the text states: then a line that says one, or none.
 */
export function titleInText(
  lines: readonly LabelledLine[],
  isBody: readonly boolean[],
  stated: readonly string[],
): TitleChoice {
  const marked = lines.findIndex(({ line }) => line.block.role === 'title');
  if (marked >= 0) return { index: marked, isGuess: false };
  const candidates = titleCandidates(lines, isBody);
  const said = stated.map(keyOf).filter((key) => key !== '');
  if (said.length > 0) {
    const found = candidates.filter(({ index }) => says(lines[index]!.line.key, said));
    return { index: bestOf(found, Number.NEGATIVE_INFINITY)?.index ?? -1, isGuess: false };
  }
  const first = lines[0]?.line;
  const isBodyFirst =
    isBody[0] === true && first !== undefined && !endsInCredit(first.text, first.reading);
  const none = noneScore(isBodyFirst);
  // Behind a kicker stands another article's title where there is a second line like one, else this article's.
  const best = bestOf(candidates, none) ?? bestOf(candidates, none, withoutKicker);
  // A list of names or links has no line that could be its title but the first.
  const hasText = lines.some(({ line }) => line.isSentence);
  if (best && (hasText || best.index === candidates[0]!.index)) {
    const headline = aboveDeck(best, candidates, lines);
    return { index: uncut(headline, candidates, lines).index, isGuess: false };
  }
  const guess =
    candidates.find((one) => mayBeTitle(one) && !isOther(one.features)) ??
    candidates.find((one) => mayBeTitle(one) && isFirstOfClean(one.features));
  return { index: guess?.index ?? -1, isGuess: guess !== undefined };
}

/** Whether no word of a line names it for sure: such lines are too few among titles for a weight. */
function mayBeTitle({ features }: Candidate): boolean {
  if (NO_TITLE.some((name) => Boolean(features[name]))) return false;
  // "DIRECT - …" has a dateline's shape.
  return !features['dateline'] || Boolean(features['kickerBefore']);
}

/** What is known of a line as if no kicker stood at its start, nor what its words say because of it. */
function withoutKicker(features: Features): Features {
  if (!features['kickerBefore']) return features;
  return { ...features, kickerBefore: false, dateline: false, named: false, namer: 0 };
}

/**
 * Of two lines that may both be the title, one right above the other and nothing like one above them, the upper one where it
 * is shaped like a headline and shares words with the body: a deck was taken for its title. A site's name behind a bar
 * proves it; else a byline or a date below, and a deck that is longer, at the text's very top, or a headline
 * many of whose words the body has.
 */
function aboveDeck(
  best: Candidate,
  candidates: readonly Candidate[],
  lines: readonly LabelledLine[],
): Candidate {
  const above = candidates.find(({ index }) => index === best.index - 1);
  if (above === undefined) return best;
  const [upper, lower] = [lines[above.index]!.line, lines[best.index]!.line];
  const { features } = above;
  // Behind a marker stands another article's title.
  if (!mayBeTitle(above) || isNamed(features) || features['kickerBefore']) return best;
  const isSigned = best.features['nextFact'] || best.features['nextName'];
  if (isSigned && isLongHead(upper, lower, best) && isFirstLong(above, candidates, lines))
    return above;
  if (isOther(features)) return best;
  const overlap = Number(features['overlap'] ?? 0);
  if (upper.words < MIN_HEADLINE_WORDS || overlap < MIN_OVERLAP || !isFirst(features)) return best;
  if (features['tail']) return above;
  const isDeck = (best.index === 1 && upper.weight < lower.weight) || overlap >= SURE_OVERLAP;
  return isSigned && isDeck ? above : best;
}

/** Whether a line has a headline's words over a line that is about as long as it, or longer, and not set as a headline. */
function isLongHead(upper: Line, lower: Line, { features }: Candidate): boolean {
  const isDeck = lower.weight >= upper.weight * LIKE_A_DECK && !features['titled'];
  return isDeck && upper.words >= MIN_LONG_WORDS;
}

/** Whether no line above has a headline's words, but for those that are named. */
function isFirstLong(
  { index }: Candidate,
  candidates: readonly Candidate[],
  lines: readonly LabelledLine[],
): boolean {
  return candidates.every(
    (one) =>
      one.index >= index ||
      lines[one.index]!.line.words < MIN_HEADLINE_WORDS ||
      !mayBeTitle(one) ||
      isNamed(one.features),
  );
}

/** Whether no line above is like a title. */
function isFirst(features: Features): boolean {
  return !(features['open1'] || features['open2']);
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

/** Whether a line is no guess at a title: a sentence, a piece of one, or something that its words name. */
function isOther(features: Features): boolean {
  return NO_GUESS.some((name) => Boolean(features[name]));
}

/** Whether a line is a few words, the first ones, of a text with nothing to remove, though they may look like a name. */
function isFirstOfClean(features: Features): boolean {
  const isShort = features['words1'] || features['words2'] || features['words3'];
  const isOther = NAMED.some((name) => !MAY_BE_TITLE.has(name) && Boolean(features[name]));
  return Boolean(features['firstClean'] && isShort && !isOther);
}

/** Whether a line's own words or shape tell that it is something else than a title. */
function isNamed(features: Features): boolean {
  return NAMED.some((name) => Boolean(features[name]));
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
