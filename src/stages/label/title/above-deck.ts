import type { Line } from '../../read/line.ts';
import type { LabelledLine } from '../labelled-line.ts';
import { isNoGuess, isUnlikeTitle, mayBeTitle } from './candidate-kinds.ts';
import type { Candidate } from './title-candidates.ts';
import type { Features } from './title-features.ts';

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

/**
 * Of two lines that may both be the title, one right above the other and nothing like one above them, the upper one where it
 * is shaped like a headline and shares words with the body: a deck was taken for its title. A site's name behind a bar
 * proves it; else a byline or a date below, and a deck that is longer, at the text's very top, or a headline
 * many of whose words the body has.
 */
export function aboveDeck(
  best: Candidate,
  candidates: readonly Candidate[],
  lines: readonly LabelledLine[],
): Candidate {
  const above = candidates.find(({ index }) => index === best.index - 1);
  if (above === undefined) return best;
  const [upper, lower] = [lines[above.index]!.line, lines[best.index]!.line];
  const { features } = above;
  // Behind a marker stands another article's title.
  if (!mayBeTitle(above) || isUnlikeTitle(features) || features['kickerBefore']) return best;
  const isSigned = best.features['nextFact'] || best.features['nextName'];
  if (isSigned && isLongHead(upper, lower, best) && isFirstLong(above, candidates, lines))
    return above;
  if (isNoGuess(features)) return best;
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
      isUnlikeTitle(one.features),
  );
}

/** Whether no line above is like a title. */
function isFirst(features: Features): boolean {
  return !(features['open1'] || features['open2']);
}
