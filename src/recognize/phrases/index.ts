import type { RemovedLabel } from '../../contract/labels.ts';
import { OPEN_PHRASES, PREFIX_PHRASES, WHOLE_PHRASES } from '../../generated/lexicon.ts';
import { keyOf } from '../../text/tokens.ts';
import { createFormMatcher } from './forms.ts';

const MAX_LINE_LENGTH = 400;
const COLON_LINE = /^([^:：]{2,40})[:：]\s*\S/;
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

/** A phrase with gaps as the lists hold it; most are never tried, so that it is read when it is. */
interface Unread {
  readonly key: string;
  readonly label: RemovedLabel;
  readonly rank: number;
  phrase: OpenPhrase | null;
}

/** What a line is, by the phrase lists of data/languages. */
export interface PhraseMatch {
  readonly label: RemovedLabel;
  /** `phrase`: the whole line is one; `phrase-with-gap`: it has free words in it. */
  readonly rule: 'phrase' | 'phrase-with-gap';
}

/** Finds the phrase that a whole line is. */
export type PhraseMatcher = (line: string) => PhraseMatch | null;

/** Makes a matcher of all languages' phrases; takes a while, so once a pipeline. */
export function createPhraseMatcher(): PhraseMatcher {
  const whole = new Map<string, RemovedLabel>();
  const lengths = new Set<number>();
  for (const [label, keys] of tableOf(WHOLE_PHRASES)) {
    for (const key of keys) {
      whole.set(key, label);
      lengths.add(key.length);
    }
  }
  const prefixes = new Map<string, RemovedLabel>();
  for (const [label, keys] of tableOf(PREFIX_PHRASES))
    for (const key of keys) prefixes.set(key, label);
  const open = openPhrases();
  const forms = createFormMatcher();
  return (line) => {
    if (line.length > MAX_LINE_LENGTH) return null;
    const key = keyOf(line);
    // Most lines are longer than phrases are.
    const label = lengths.has(key.length) ? whole.get(key) : undefined;
    if (label) return { label, rule: 'phrase' };
    const prefix = hasColon(line) ? COLON_LINE.exec(line) : null;
    const prefixed = prefix && prefixes.get(keyOf(prefix[1]!));
    if (prefixed) return { label: prefixed, rule: 'phrase-with-gap' };
    const named = open(key)?.label ?? forms(line, key);
    return named ? { label: named, rule: 'phrase-with-gap' } : null;
  };
}

function hasColon(line: string): boolean {
  return line.includes(':') || line.includes('：');
}

/**
 * Finds the phrase with gaps that a line's words are: the one with the most words; of equals the one whose longest
 * word stands first, then the one that the lists hold first.
 */
function openPhrases(): (key: string) => OpenPhrase | null {
  // By the first word, else by the last; the few that have neither are tried on every line.
  const byFirst = new Map<string, Unread[]>();
  const byLast = new Map<string, Unread[]>();
  const others: Unread[] = [];
  let rank = 0;
  for (const [label, keys] of tableOf(OPEN_PHRASES)) {
    for (const key of keys) {
      const unread: Unread = { key, label, rank: rank++, phrase: null };
      const first = key.slice(0, key.indexOf(' '));
      const last = key.slice(key.lastIndexOf(' ') + 1);
      if (!isGap(first)) push(byFirst, first, unread);
      else if (!isGap(last)) push(byLast, last, unread);
      else others.push(unread);
    }
  }
  return (key) => {
    const space = key.indexOf(' ');
    // They have two words at least.
    if (space < 0) return null;
    let tokens: string[] | null = null;
    let best: OpenPhrase | null = null;
    const choose = (list: readonly Unread[] | undefined) => {
      for (const unread of list ?? []) {
        unread.phrase ??= read(unread);
        const { phrase } = unread;
        if (!key.startsWith(phrase.start) || !key.endsWith(phrase.finish)) continue;
        if (!key.includes(phrase.anchor)) continue;
        tokens ??= key.split(' ');
        const better = best === null || isBetter(phrase, best, tokens);
        if (better && matches(phrase.tokens, tokens)) best = phrase;
      }
    };
    choose(byFirst.get(key.slice(0, space)));
    choose(byLast.get(key.slice(key.lastIndexOf(' ') + 1)));
    choose(others);
    return best;
  };
}

function read({ key, label, rank }: Unread): OpenPhrase {
  const tokens = key.split(' ');
  const literal = tokens.filter((token) => !isGap(token));
  return {
    tokens,
    literals: literal.length,
    label,
    anchor: literal.reduce((best, token) => (token.length > best.length ? token : best)),
    start: tokens.slice(0, tokens.findIndex(isGap)).join(' '),
    finish: tokens.slice(tokens.findLastIndex(isGap) + 1).join(' '),
    rank,
  };
}

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

function isGap(token: string): boolean {
  return token === ANY || token === FEW;
}

function isBetter(phrase: OpenPhrase, best: OpenPhrase, tokens: readonly string[]): boolean {
  if (phrase.literals !== best.literals) return phrase.literals > best.literals;
  const before = tokens.indexOf(phrase.anchor) - tokens.indexOf(best.anchor);
  return before < 0 || (before === 0 && phrase.rank < best.rank);
}

function tableOf(table: readonly string[]): [RemovedLabel, string[]][] {
  return table.map((line) => {
    const [label, ...keys] = line.split('\t');
    return [label as RemovedLabel, keys];
  });
}

/** Glob matching by words, in time of the product of both lengths. */
function matches(pattern: readonly string[], tokens: readonly string[]): boolean {
  if (!fits(pattern[0]!, tokens[0]!) || !fits(pattern.at(-1)!, tokens.at(-1)!)) return false;
  let reached = new Set([0]);
  for (const part of pattern) {
    reached = new Set([...reached].flatMap((at) => ends(part, tokens, at)));
    if (reached.size === 0) return false;
  }
  return reached.has(tokens.length);
}

/** Whether a part at the edge of a pattern can stand for the word at that edge. */
function fits(part: string, token: string): boolean {
  return part === token || isGap(part);
}

/** Where a part of a pattern may end that begins at this token. */
function ends(part: string, tokens: readonly string[], at: number): number[] {
  if (!isGap(part)) return tokens[at] === part ? [at + 1] : [];
  const first = part === ANY ? at : at + 1;
  const last = part === ANY ? tokens.length : Math.min(tokens.length, at + MAX_FEW_WORDS);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
