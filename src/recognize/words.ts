import { AGENCIES, WORDS } from '../generated/lexicon.ts';
import { fold } from './dates/fold.ts';

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

const END = /[\s:.：/／]+$/;
const PATTERN = /[{}…]/;

/** A phrase as it is compared: folded, without a final colon or stop. */
export const phraseKey = (text: string): string => fold(text.trim()).replace(END, '');

function load(list: WordList): ReadonlySet<string> {
  const out = new Set<string>();
  const all = Object.values(WORDS).flatMap((lists) => lists[list] ?? []);
  for (const phrase of all) if (!PATTERN.test(phrase)) out.add(phraseKey(phrase));
  out.delete('');
  return out;
}

const lists = new Map<WordList, ReadonlySet<string>>();

/** The phrases of a list in all languages, folded. */
export function words(list: WordList): ReadonlySet<string> {
  let known = lists.get(list);
  if (!known) {
    known = load(list);
    lists.set(list, known);
  }
  return known;
}

/** The phrases of a list in all languages as they are spelt, in lower case. */
export function spelled(list: WordList): ReadonlySet<string> {
  return new Set(Object.values(WORDS).flatMap((l) => (l[list] ?? []).map((p) => p.toLowerCase())));
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
