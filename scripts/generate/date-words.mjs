// Parts of the lexicon: what parsers of dates and times look for.
import { importTs } from './import-ts.mjs';
import { exactly, linesOf } from './lists.mjs';

const { fold } = await importTs('text/fold');
const { DATE_NUMBER_LISTS, DATE_ORDER_LISTS, DATE_PIECE_LISTS, DATE_WORD_LISTS } = await importTs(
  'recognize/dates/date-words',
);
const FILE = 'data/date-words.json';

/** Words folded, pieces of regular expressions as they are, languages by the order of day and month: a line each. */
export async function dateWords(json) {
  const { lists, order } = await json(FILE);
  const folded = [...DATE_WORD_LISTS, ...DATE_NUMBER_LISTS];
  const all = exactly(FILE, [...folded, ...DATE_PIECE_LISTS], lists, ({ words }) => words);
  for (const name of DATE_NUMBER_LISTS) {
    if (Object.keys(all[name]).length !== 1) {
      throw new Error(`${FILE}: the words of "${name}" count, so they must be of one language`);
    }
  }
  const languages = exactly(FILE, DATE_ORDER_LISTS, order, (list) => list.languages);
  const lines = Object.entries(all).map(([name, words]) => {
    const entries = Object.values(words).flat();
    return [name, folded.includes(name) ? entries.map(fold) : entries];
  });
  return Object.fromEntries(
    [...lines, ...Object.entries(languages)].map(([name, list]) => [
      `dates:${name}`,
      linesOf(list),
    ]),
  );
}

/** Time zones by what newspapers call them. */
export async function timeZones(json) {
  const { fixed, byLanguage, seasonal, unclear, phrases } = await json('data/time-zones.json');
  return {
    'time-zones': JSON.stringify({
      fixed: fixed.zones,
      byLanguage: byLanguage.zones,
      seasonal: seasonal.zones,
      unclear: unclear.names,
      phrases: phrases.zones,
    }),
  };
}
