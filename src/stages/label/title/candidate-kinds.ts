import type { Candidate } from './title-candidates.ts';
import type { Features } from './title-features.ts';

/** What a line has that is no title: of some 3,000 rows' titles eight have one (the open benchmark's texts). */
const NO_TITLE = ['phrase', 'icon', 'fact', 'captioned'];
/** What a line has that is surely something else than a title; see title-features.ts. */
const UNLIKE = [
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
const NO_GUESS = [...UNLIKE, 'nextLower', 'open1', 'open2', 'bodyAbove'];

/** Whether no word of a line names it for sure: such lines are too few among titles for a weight. */
export function mayBeTitle({ features }: Candidate): boolean {
  if (NO_TITLE.some((name) => Boolean(features[name]))) return false;
  // "DIRECT - …" has a dateline's shape.
  return !features['dateline'] || Boolean(features['kickerBefore']);
}

/** Whether a line's own words or shape tell that it is something else than a title. */
export function isUnlikeTitle(features: Features): boolean {
  return UNLIKE.some((name) => Boolean(features[name]));
}

/** Whether a line is no guess at a title: a sentence, a piece of one, or something that its words name. */
export function isNoGuess(features: Features): boolean {
  return NO_GUESS.some((name) => Boolean(features[name]));
}

/** Whether a line is a few words, the first ones, of a text with nothing to remove, though they may look like a name. */
export function isFirstOfClean(features: Features): boolean {
  const isShort = features['words1'] || features['words2'] || features['words3'];
  const isOther = UNLIKE.some((name) => !MAY_BE_TITLE.has(name) && Boolean(features[name]));
  return Boolean(features['firstClean'] && isShort && !isOther);
}
