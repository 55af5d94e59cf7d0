import { agencies, lexiconLines } from '../assets/lexicon.ts';
import { once } from '../assets/once.ts';
import type { FoldedList, KeyedList, SpeltList } from './word-lists.ts';

/** Gives the lists of words in one form as sets, each made when it is first asked for. */
function setsOf<List extends string>(
  form: 'spelt' | 'folded' | 'keyed',
): (list: List) => ReadonlySet<string> {
  const sets = new Map<List, ReadonlySet<string>>();
  return (list) => {
    let known = sets.get(list);
    if (!known) {
      known = new Set(lexiconLines(`${form}:${list}`));
      sets.set(list, known);
    }
    return known;
  };
}

/** The phrases of a list in all languages, as `phraseKey` gives them. */
export const words: (list: FoldedList) => ReadonlySet<string> = setsOf('folded');

/** The phrases of a list in all languages as they are spelt, in lower case. */
export const spelled: (list: SpeltList) => ReadonlySet<string> = setsOf('spelt');

/** The phrases of a list in all languages, as `keyOf` gives them. */
export const keyed: (list: KeyedList) => ReadonlySet<string> = setsOf('keyed');

/**
 * A quick test that holds for every line that begins, in any case, with a phrase of a list, or with a word of another list,
 * a space and such a phrase; an opening bracket may stand before them. The expressions for them take long to compile, and
 * most lines hold none of their words.
 */
export function startingWith(list: SpeltList, before: SpeltList): (line: string) => boolean {
  const phrases = spelled(list);
  const openers = [...spelled(before)].map((word) => `${word} `);
  const lengths = [...new Set([...phrases].map((phrase) => phrase.length))];
  const reach = Math.max(...lengths) + Math.max(...openers.map((word) => word.length)) + 1;
  const begins = (text: string) => lengths.some((length) => phrases.has(text.slice(0, length)));
  return (line) => {
    const start = line.startsWith('(') ? 1 : 0;
    const lower = line.slice(start, start + reach).toLowerCase();
    return (
      begins(lower) ||
      openers.some((word) => lower.startsWith(word) && begins(lower.slice(word.length)))
    );
  };
}

const REGEX_MARKS = /[.*+?^${}()|[\]\\]/g;

/** The phrases of a list as alternatives of a regular expression, the longest first. */
export function alternatives(list: SpeltList): string {
  return [...spelled(list)]
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map((phrase) => phrase.replace(REGEX_MARKS, '\\$&'))
    .join('|');
}

/** Main names of wire agencies by all their names, in lower case. */
const agencyNames = once(
  () =>
    new Map(
      agencies().flatMap(({ name, aliases }) =>
        [name, ...aliases].map((alias) => [alias.toLowerCase(), name] as const),
      ),
    ),
);

/** The main name of a wire agency that goes by a name or an alias, or null. */
export function agencyNamed(text: string): string | null {
  return agencyNames().get(text.trim().toLowerCase()) ?? null;
}

/** What stands behind an agency's name: its office, the word for a wire. */
const regional = once(() => new RegExp(`(?:${alternatives('wire-behind-agency')})$`, 'u'));

/** Whether a text is a name of a wire agency as it is printed in a dateline. */
export const agencyPrinted = (text: string): boolean => agencyNamed(text) !== null;

/** The longest start of a text that names a wire agency, or null. */
export function agencyPrefix(text: string): string | null {
  for (let end = text.length; end > 1; end--) {
    const name = text.slice(0, end).replace(regional(), '');
    if (agencyNamed(name) !== null) return name;
  }
  return null;
}
