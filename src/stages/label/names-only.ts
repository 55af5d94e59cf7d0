import type { Line } from '../read/line.ts';

/** Words of a name or two; set by hand. */
const MAX_WORDS = 7;
const DIGIT = /\p{Nd}/u;

/** Whether a line is the names of people and nothing else. */
export function isNamesOnly({ text, words, byline, reading }: Line): boolean {
  if (words > MAX_WORDS || DIGIT.test(text) || reading.vocabulary.isOrganization(text))
    return false;
  return byline?.authors.every(({ kind }) => kind === 'person') === true;
}
