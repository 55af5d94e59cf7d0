import { once } from '../../assets/once.ts';
import type { RemovedLabel } from '../../contract/labels.ts';
import { keyOf } from '../../text/tokens.ts';
import { createFormMatcher } from './forms.ts';
import { openPhrases } from './open-phrases.ts';
import { prefixPhrases, wholePhrases, wholeTable } from './phrase-tables.ts';
import { labelOfPointer } from './pointers.ts';

/** UTF-16 units; no phrase is as long, with words in its gaps. Set by hand. */
const MAX_LINE_LENGTH = 400;
const COLON_LINE = /^([^:：]{2,40})[:：]\s*\S/;

/** What a line is, by the phrase lists of data/languages. */
export interface PhraseMatch {
  readonly label: RemovedLabel;
  /** `phrase`: the whole line is one; `phrase-with-gap`: it has free words in it. */
  readonly rule: 'phrase' | 'phrase-with-gap';
}

/** Finds the phrase that a whole line is; null when it is none. `key`: the line's words (see `keyOf`), where known. */
export type PhraseMatcher = (line: string, key?: string) => PhraseMatch | null;

/** Makes a matcher of all languages' phrases; the tables are read when the first line is asked for. */
export function createPhraseMatcher(): PhraseMatcher {
  const forms = createFormMatcher();
  return (line, known) => {
    if (line.length > MAX_LINE_LENGTH) return null;
    const key = known ?? keyOf(line);
    const label = wholePhrases()(key);
    if (label) return { label, rule: 'phrase' };
    const prefix = hasColon(line) ? COLON_LINE.exec(line) : null;
    const prefixed = prefix && prefixPhrases()(keyOf(prefix[1]!));
    if (prefixed) return { label: prefixed, rule: 'phrase-with-gap' };
    const pointer = labelOfPointer(line);
    if (pointer) return { label: pointer, rule: 'phrase-with-gap' };
    const named = openPhrase()(key)?.label ?? forms(line, key);
    return named ? { label: named, rule: 'phrase-with-gap' } : null;
  };
}

/** The label of a phrase without gaps that these words (see `keyOf`) are; undefined for other words. */
export function labelOfPhrase(key: string): RemovedLabel | undefined {
  return wholePhrases()(key);
}

/**
 * Calls back with the label of each phrase without gaps that the next words of a key (see `keyOf`) are, one to `most` of
 * them from `start` on (UTF-16 units), and with how many they are.
 */
export function phrasesAt(
  key: string,
  start: number,
  most: number,
  use: (label: RemovedLabel, words: number) => void,
): void {
  const { index, labelOf } = wholeTable();
  index.findWords(key, start, most, (number, words) => use(labelOf(number), words));
}

const openPhrase = once(openPhrases);

function hasColon(line: string): boolean {
  return line.includes(':') || line.includes('：');
}
