import { phraseTables } from '../../assets/phrases.ts';
import type { RemovedLabel } from '../../contract/labels.ts';
import { readMultiIndex, readStrings, type StringList } from '../../text/string-index.ts';
import { type MarkEnds, matchesAll } from './glob.ts';

/** Words that `{}` may stand for; data/README.md says so. */
const MAX_FEW_WORDS = 5;
const ANY = '…';
const FEW = '{}';

/** A phrase with gaps. */
export interface OpenPhrase {
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

/**
 * Finds the phrase with gaps that a line's words are: the one with the most words; of equals the one whose longest
 * word stands first, then the one that the lists hold first.
 */
export function openPhrases(): (key: string) => OpenPhrase | null {
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
