import { keyOf } from '../../../text/tokens.ts';
import type { Line } from '../../read/line.ts';

// Set by hand on the open benchmark's pages: sentences of the line; UTF-16 units of its start in which the name is
// looked for; characters of the name's key, since shorter ones are found by chance.
const MAX_SENTENCES = 4;
const MAX_START = 120;
const MIN_NAME_KEY = 5;
// An article of grammar may stand before the name: `Η Ελένη …`.
const MAX_ARTICLE_LENGTH = 3;

/**
 * `Jane Roe covers transport for …`: a few sentences that begin with a name in the byline, but not a wire service's.
 */
export function isBiography(line: Line, byline: Line): boolean {
  const { sentences } = line;
  if (sentences === 0 || sentences > MAX_SENTENCES || line.dateline) return false;
  const start = ` ${keyOf(line.text.slice(0, MAX_START))} `;
  const authors = byline.byline?.authors.filter(({ kind }) => kind !== 'agency');
  return (authors?.map(({ name }) => keyOf(name)) ?? [byline.key]).some((name) => {
    const at = start.indexOf(` ${name} `);
    return name.length >= MIN_NAME_KEY && at >= 0 && at <= MAX_ARTICLE_LENGTH;
  });
}
