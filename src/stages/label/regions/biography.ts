import { parseByline } from '../../../recognize/byline/index.ts';
import { parseDateline } from '../../../recognize/dateline/index.ts';
import { keyOf } from '../../../text/tokens.ts';
import { sentencesIn } from '../../read/shape.ts';

const MAX_SENTENCES = 4;
const MAX_START = 120;
const MIN_NAME_KEY = 5;
// An article of grammar may stand before the name: `Η Ελένη …`.
const MAX_ARTICLE_LENGTH = 3;

/** `Jane Roe covers transport for …`: a few sentences that begin with a name in the byline, but not a wire service's. */
export function isBiography(text: string, byline: string): boolean {
  const sentences = sentencesIn(text);
  if (sentences === 0 || sentences > MAX_SENTENCES || parseDateline(text)) return false;
  const start = ` ${keyOf(text.slice(0, MAX_START))} `;
  const authors = parseByline(byline)?.authors.filter(({ kind }) => kind !== 'agency');
  return (authors?.map(({ name }) => keyOf(name)) ?? [keyOf(byline)]).some((name) => {
    const at = start.indexOf(` ${name} `);
    return name.length >= MIN_NAME_KEY && at >= 0 && at <= MAX_ARTICLE_LENGTH;
  });
}
