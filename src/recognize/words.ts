import { AGENCIES, FOLDED_WORDS, SPELT_WORDS } from '../generated/lexicon.ts';

/** Lists of words that the parsers know. */
export type WordList =
  | 'byline-prefix'
  | 'byline-prefix-colon'
  | 'byline-suffix'
  | 'byline-and'
  | 'role'
  | 'desk'
  | 'desk-word'
  | 'agencies'
  | 'organization'
  | 'published'
  | 'modified'
  | 'read-time'
  | 'name-particle'
  | 'name-particle-first'
  | 'name-article'
  | 'honorific'
  | 'no-name'
  | 'no-author'
  | 'furniture'
  | 'city'
  | 'place-before'
  | 'place-particle'
  | 'place-short'
  | 'no-place'
  | 'dateline-city'
  | 'byline-date'
  | 'byline-verb'
  | 'byline-verb-open'
  | 'by-word'
  | 'reporting-by'
  | 'not-writing-by'
  | 'credit-prefix'
  | 'credit-word'
  | 'source-label'
  | 'written-by'
  | 'before-date'
  | 'date-link'
  | 'other-week';

function setOf(words: string | undefined): Set<string> {
  return new Set(words ? words.split('\n') : []);
}

const lists = new Map<WordList, ReadonlySet<string>>();

/** The phrases of a list in all languages, folded. */
export function words(list: WordList): ReadonlySet<string> {
  let known = lists.get(list);
  if (!known) {
    known = setOf(FOLDED_WORDS[list]);
    lists.set(list, known);
  }
  return known;
}

const spelt = new Map<WordList, ReadonlySet<string>>();

/** The phrases of a list in all languages as they are spelt, in lower case. */
export function spelled(list: WordList): ReadonlySet<string> {
  let known = spelt.get(list);
  if (!known) {
    known = setOf(SPELT_WORDS[list]);
    spelt.set(list, known);
  }
  return known;
}

/**
 * A quick test that holds for every line that begins, in any case, with a phrase of the lists or with one of the words
 * and then such a phrase; an opening bracket may stand before them.
 */
export function startingWith(
  names: readonly WordList[],
  before: readonly string[],
): (line: string) => boolean {
  const phrases = new Set(names.flatMap((list) => [...spelled(list)]));
  const lengths = [...new Set([...phrases].map((phrase) => phrase.length))];
  const reach = Math.max(...lengths) + Math.max(...before.map((word) => word.length)) + 1;
  const begins = (text: string) => lengths.some((length) => phrases.has(text.slice(0, length)));
  return (line) => {
    const start = line.startsWith('(') ? 1 : 0;
    const lower = line.slice(start, start + reach).toLowerCase();
    return (
      begins(lower) ||
      before.some((word) => lower.startsWith(word) && begins(lower.slice(word.length)))
    );
  };
}

const REGEX_MARKS = /[.*+?^${}()|[\]\\]/g;

/** The phrases of a list as alternatives of a regular expression, the longest first. */
export function alternatives(list: WordList): string {
  return [...spelled(list)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((phrase) => phrase.replace(REGEX_MARKS, '\\$&'))
    .join('|');
}

const AGENCY_NAMES = new Map<string, string>();
for (const agency of AGENCIES) {
  for (const alias of [agency.name, ...agency.aliases])
    AGENCY_NAMES.set(alias.toLowerCase(), agency.name);
}

/** The main name of a wire agency that goes by a name or an alias, or null. */
export function agencyNamed(text: string): string | null {
  return AGENCY_NAMES.get(text.trim().toLowerCase()) ?? null;
}

const REGIONAL = /(?:分社|电|電|訊|讯)$/u;

/** Whether a text is a name of a wire agency as it is printed in a dateline. */
export const agencyPrinted = (text: string): boolean => agencyNamed(text) !== null;

/** The longest start of a text that names a wire agency, or null. */
export function agencyPrefix(text: string): string | null {
  for (let end = text.length; end > 1; end--) {
    const name = text.slice(0, end).replace(REGIONAL, '');
    if (agencyNamed(name) !== null) return name;
  }
  return null;
}
