import { once } from '../../assets/once.ts';
import { phraseTables } from '../../assets/phrases.ts';
import type { RemovedLabel } from '../../contract/labels.ts';
import {
  readIndex,
  readMultiIndex,
  readStrings,
  type StringIndex,
  type StringList,
} from '../../text/string-index.ts';
import { keyOf } from '../../text/tokens.ts';
import { createFormMatcher } from './forms.ts';
import { type MarkEnds, matchesAll } from './glob.ts';

/** UTF-16 units; no phrase is as long, with words in its gaps. Set by hand. */
const MAX_LINE_LENGTH = 400;
const COLON_LINE = /^([^:：]{2,40})[:：]\s*\S/;
/** What sites write for the colon behind a label of a pointer to another article: `Read more | …`, `LIRE AUSSI. …`, `【相关新闻】…`. */
const POINTER_LINE =
  /^(?:([^:：|–—→»›-]{2,40}?)\s*(?:[|→»›]|\s[–—-]\s)\s*\S|(\p{Lu}[\p{Lu}\s]{2,40})\.\s+\S|[【［[(]\s?([^】］\])]{2,30})[】］\])]\s*\S)/u;
/** `Lire aussi Un héron …`: up to five words, the last of them small, before a capital; no sentence's end behind them. */
const SMALL_BEFORE_CAPITAL =
  /^(\p{L}+(?: \p{L}+){0,3} \p{Ll}+) [«“„"]?\p{Lu}(?:[^.!?…]|[.!?…](?=[^\s]))*$/u;
/** UTF-16 units. */
const MAX_POINTER_LENGTH = 160;
const POINTERS: ReadonlySet<RemovedLabel> = new Set<RemovedLabel>(['related', 'read-more']);
/** Words that `{}` may stand for; data/README.md says so. */
const MAX_FEW_WORDS = 5;
const ANY = '…';
const FEW = '{}';

interface OpenPhrase {
  readonly tokens: readonly string[];
  /** How many of the tokens are words: the phrase with the most of them says most. */
  readonly literals: number;
  readonly label: RemovedLabel;
  /** The longest word: every line that the phrase matches holds it. */
  readonly anchor: string;
  /** The words before the first gap and behind the last, with which such a line begins and ends. */
  readonly start: string;
  readonly finish: string;
  /** Number in the lists. */
  readonly rank: number;
}

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

const wholeTable = once(() => tableOf('whole'));
const wholePhrases = once(() => labelsOf(wholeTable()));
const prefixPhrases = once(() => labelsOf(tableOf('prefix')));
const openPhrase = once(openPhrases);

/** Phrases by their words, and the label of each by its number. */
interface PhraseTable {
  readonly index: StringIndex;
  readonly labelOf: (number: number) => RemovedLabel;
}

function tableOf(name: 'whole' | 'prefix'): PhraseTable {
  const tables = phraseTables();
  const labels = tables.uint8(`${name}:labels`);
  return {
    index: readIndex(tables, name),
    labelOf: (number) => tables.values.labels[labels[number]!] as RemovedLabel,
  };
}

/** Gives the label of a key in one of the tables. */
function labelsOf({ index, labelOf }: PhraseTable): (key: string) => RemovedLabel | undefined {
  return (key) => {
    const found = index.find(key);
    return found < 0 ? undefined : labelOf(found);
  };
}

/** The label of what a line says before another sign than a colon, or before a capital, where it points to another article. */
function labelOfPointer(line: string): RemovedLabel | null {
  const found = POINTER_LINE.exec(line);
  if (found === null) return labelBeforeCapital(line);
  const before = (found[1] ?? found[2] ?? found[3])!;
  return before === found[1] && isSmallWord(before) ? null : pointerNamed(before);
}

function labelBeforeCapital(line: string): RemovedLabel | null {
  if (line.length > MAX_POINTER_LENGTH) return null;
  const before = SMALL_BEFORE_CAPITAL.exec(line)?.[1];
  return before === undefined ? null : pointerNamed(before);
}

function pointerNamed(words: string): RemovedLabel | null {
  const label = prefixPhrases()(keyOf(words));
  return label !== undefined && POINTERS.has(label) ? label : null;
}

/** One word, not in capitals, is too little before a dash or a bar. */
function isSmallWord(text: string): boolean {
  return !text.trim().includes(' ') && text !== text.toUpperCase();
}

function hasColon(line: string): boolean {
  return line.includes(':') || line.includes('：');
}

/**
 * Finds the phrase with gaps that a line's words are: the one with the most words; of equals the one whose longest
 * word stands first, then the one that the lists hold first.
 */
function openPhrases(): (key: string) => OpenPhrase | null {
  const tables = phraseTables();
  const keys = readStrings(tables, 'open');
  const labels = tables.uint8('open:labels');
  const byFirst = readMultiIndex(tables, 'open:first');
  const byLast = readMultiIndex(tables, 'open:last');
  const byAnchor = ranksByAnchor(tables.uint16('open:rest'), keys);
  // Most are never tried, so that a phrase is read when it is.
  const phrases: (OpenPhrase | null)[] = Array.from({ length: keys.size }, () => null);
  const phraseOf = (rank: number): OpenPhrase => {
    phrases[rank] ??= read(
      keys.at(rank),
      tables.values.labels[labels[rank]!] as RemovedLabel,
      rank,
    );
    return phrases[rank]!;
  };
  return (key) => {
    const space = key.indexOf(' ');
    // They have two words at least.
    if (space < 0) return null;
    let tokens: string[] | null = null;
    let best: OpenPhrase | null = null;
    const choose = (rank: number): void => {
      const phrase = phraseOf(rank);
      if (!key.startsWith(phrase.start) || !key.endsWith(phrase.finish)) return;
      if (!key.includes(phrase.anchor)) return;
      tokens ??= key.split(' ');
      const better = best === null || isBetter(phrase, best, tokens);
      if (better && matches(phrase.tokens, tokens)) best = phrase;
    };
    byFirst(key, 0, space, choose);
    byLast(key, key.lastIndexOf(' ') + 1, key.length, choose);
    for (let start = 0; start < key.length; ) {
      const behind = key.indexOf(' ', start);
      const end = behind < 0 ? key.length : behind;
      byAnchor.get(key.slice(start, end))?.forEach(choose);
      start = end + 1;
    }
    return best;
  };
}

/** Phrases with a gap at both ends, by their longest word. */
function ranksByAnchor(ranks: Uint16Array, keys: StringList): Map<string, number[]> {
  const found = new Map<string, number[]>();
  for (const rank of ranks) {
    const anchor = anchorOf(keys.at(rank).split(' '));
    const known = found.get(anchor);
    if (known) known.push(rank);
    else found.set(anchor, [rank]);
  }
  return found;
}

/** The longest word of a phrase, the first of several. */
function anchorOf(tokens: readonly string[]): string {
  const words = tokens.filter((token) => !isGap(token));
  return words.reduce((best, token) => (token.length > best.length ? token : best));
}

function read(key: string, label: RemovedLabel, rank: number): OpenPhrase {
  const tokens = key.split(' ');
  return {
    tokens,
    literals: tokens.filter((token) => !isGap(token)).length,
    label,
    anchor: anchorOf(tokens),
    start: tokens.slice(0, tokens.findIndex(isGap)).join(' '),
    finish: tokens.slice(tokens.findLastIndex(isGap) + 1).join(' '),
    rank,
  };
}

function isGap(token: string): boolean {
  return token === ANY || token === FEW;
}

function isBetter(phrase: OpenPhrase, best: OpenPhrase, tokens: readonly string[]): boolean {
  if (phrase.literals !== best.literals) return phrase.literals > best.literals;
  const before = tokens.indexOf(phrase.anchor) - tokens.indexOf(best.anchor);
  return before < 0 || (before === 0 && phrase.rank < best.rank);
}

/** Whether the words of a line are those of a pattern, with words of their own in its gaps. */
function matches(pattern: readonly string[], tokens: readonly string[]): boolean {
  if (!fits(pattern[0]!, tokens[0]!) || !fits(pattern.at(-1)!, tokens.at(-1)!)) return false;
  return matchesAll(pattern, tokens, endsOf);
}

/** Whether a part at the edge of a pattern can stand for the word at that edge. */
function fits(part: string, token: string): boolean {
  return part === token || isGap(part);
}

const endsOf: MarkEnds<string> = (part, tokens, at, mark) => {
  if (!isGap(part)) {
    if (tokens[at] === part) mark(at + 1);
    return;
  }
  const last = part === ANY ? tokens.length : Math.min(tokens.length, at + MAX_FEW_WORDS);
  for (let end = part === ANY ? at : at + 1; end <= last; end++) mark(end);
};
