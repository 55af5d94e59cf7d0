import { OPEN_PHRASES, PREFIX_PHRASES, WHOLE_PHRASES } from '../../generated/lexicon.ts';
import type { RemovedLabel } from '../../labels.ts';
import { keyOf } from '../../tokens.ts';

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
}

/** What a line is, by the phrase lists of data/languages. */
export interface PhraseMatch {
  readonly label: RemovedLabel;
  /** `phrase`: the whole line is one; `phrase-with-gap`: it has free words in it. */
  readonly rule: 'phrase' | 'phrase-with-gap';
}

/** Finds the phrase that a whole line is. */
export type PhraseMatcher = (line: string) => PhraseMatch | null;

/** Makes a matcher of all languages' phrases; about 30 ms, so once a pipeline. */
export function createPhraseMatcher(): PhraseMatcher {
  const whole = new Map<string, RemovedLabel>();
  for (const [label, keys] of tableOf(WHOLE_PHRASES)) for (const key of keys) whole.set(key, label);
  const prefixes = new Map<string, RemovedLabel>();
  for (const [label, keys] of tableOf(PREFIX_PHRASES))
    for (const key of keys) prefixes.set(key, label);
  const open = new Map<string, OpenPhrase[]>();
  for (const [label, keys] of tableOf(OPEN_PHRASES)) {
    for (const key of keys) {
      const tokens = key.split(' ');
      const literal = tokens.filter((token) => token !== ANY && token !== FEW);
      const anchor = literal.reduce((best, token) => (token.length > best.length ? token : best));
      const phrase = { tokens, literals: literal.length, label };
      const list = open.get(anchor);
      if (list) list.push(phrase);
      else open.set(anchor, [phrase]);
    }
  }
  return (line) => {
    if (line.length > MAX_LINE_LENGTH) return null;
    const key = keyOf(line);
    const label = whole.get(key);
    if (label) return { label, rule: 'phrase' };
    const prefix = COLON_LINE.exec(line);
    const prefixed = prefix && prefixes.get(keyOf(prefix[1]!));
    if (prefixed) return { label: prefixed, rule: 'phrase-with-gap' };
    const tokens = key.split(' ');
    let best: OpenPhrase | null = null;
    for (const token of new Set(tokens)) {
      for (const phrase of open.get(token) ?? []) {
        const better = !best || phrase.literals > best.literals;
        if (better && matches(phrase.tokens, tokens)) best = phrase;
      }
    }
    return best && { label: best.label, rule: 'phrase-with-gap' };
  };
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
  return part === token || part === ANY || part === FEW;
}

/** Where a part of a pattern may end that begins at this token. */
function ends(part: string, tokens: readonly string[], at: number): number[] {
  if (part !== ANY && part !== FEW) return tokens[at] === part ? [at + 1] : [];
  const first = part === ANY ? at : at + 1;
  const last = part === ANY ? tokens.length : Math.min(tokens.length, at + MAX_FEW_WORDS);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
}
