import { lexiconLines } from '../../../assets/lexicon.ts';
import { once } from '../../../assets/once.ts';
import type { Line } from './lines.ts';

// A hyphen as keyboards have it, the typographer's, and the soft one, which shows at a line's end only; programs that read
// scanned pages write `¬` for it.
const TORN = /(?<first>[\p{L}\p{M}\p{N}'’]+)(?<hyphen>[-\u2010\u00ad\u00ac])$/u;
const BEFORE = /(?:[\p{L}\p{M}\p{N}'’]+[-\u2010])+$/u;
const NEXT = /^[\p{L}\p{M}\p{N}]+/u;
const WORD = /[\p{L}\p{M}]+(?:[-\u2010][\p{L}\p{M}]+)*/gu;
const LOWER = /^\p{Ll}/u;
/** No word in capitals, which may be a label on a line of its own. */
const GOES_ON = /^(?:\p{Lu}?\p{Ll}|\p{Lo}|\p{N})/u;
/** Letters without case: Arabic, Hebrew, Indic and East Asian scripts. */
const CASELESS = /^\p{Lo}/u;
const LETTER_BEFORE = /\p{L}$/u;
const ALL_CAPITALS = /^[\p{Lu}\p{N}]{2,}$/u;
const SOFT = /[\u00ad\u00ac]/;
/** Letters of each half of a word that was torn between two words; shorter halves are syllables. Set by hand. */
const MIN_HALF = 4;

const wordsBehind = once(() => new Set(lexiconLines('behind-hyphen')));
const wordsBefore = once(() => new Set(lexiconLines('before-hyphen')));
const wordsLast = once(() => new Set(lexiconLines('last-of-hyphen')));

/** What stands between two lines that a hyphen parts: how much of the upper line's end goes, and what joins them. */
export interface Joint {
  /** UTF-16 units of the upper line that go. */
  readonly cut: number;
  readonly between: '' | ' ';
}

const CLOSED: Joint = { cut: 1, between: '' };
const KEPT: Joint = { cut: 0, between: '' };
const SUSPENDED: Joint = { cut: 0, between: ' ' };

/** Whether a line ends in a word's hyphen that the next line's first word, none in capitals, goes on from. */
export function isTorn(line: string, next: string): boolean {
  return TORN.test(line) && GOES_ON.test(next);
}

/**
 * Makes a function that says how two lines meet where the upper one ends in a hyphen; null where it ends in none.
 * The hyphen stays where it belongs to the word: before a capital or a number, behind a part that is written with one
 * (`well-known`), and where the text elsewhere writes the word with it, or both halves as words; it goes where the
 * text elsewhere has the word without it, and in all other words.
 */
export function hyphenJoints(lines: readonly Line[]): (line: string, next: string) => Joint | null {
  const known = once(() => knownWords(lines));
  return (line, next) => {
    const torn = TORN.exec(line)?.groups;
    const second = NEXT.exec(next)?.[0];
    if (torn === undefined || second === undefined) return null;
    if (SOFT.test(torn['hyphen']!)) return CLOSED;
    const first = torn['first']!;
    if (!LETTER_BEFORE.test(first) || ALL_CAPITALS.test(first)) return KEPT;
    if (wordsBehind().has(second.toLowerCase()) && !known().has(key(first + second))) {
      return SUSPENDED;
    }
    if (!LOWER.test(second) && !(CASELESS.test(second) && CASELESS.test(first))) return KEPT;
    return belongs(line, first, second, known()) ? KEPT : CLOSED;
  };
}

/** Whether the hyphen is part of the word. */
function belongs(line: string, first: string, second: string, known: ReadonlySet<string>): boolean {
  if (known.has(key(`${first}-${second}`))) return true;
  if (known.has(key(first + second))) return false;
  // `state-of-the-` goes on with a hyphen.
  if ((BEFORE.exec(line)?.[0] ?? '') !== `${first}${line.at(-1)}`) return true;
  if (wordsBefore().has(first.toLowerCase()) || wordsLast().has(second.toLowerCase())) return true;
  const [a, b] = [key(first), key(second)];
  return Math.min(a.length, b.length) >= MIN_HALF && known.has(a) && known.has(b);
}

/** The words of a text in lower case, those at torn ends left out. */
function knownWords(lines: readonly Line[]): Set<string> {
  const words = new Set<string>();
  lines.forEach(({ text }, i) => {
    const above = lines[i - 1]?.text ?? '';
    const from = TORN.test(above) ? (NEXT.exec(text)?.[0].length ?? 0) : 0;
    const to = text.length - (TORN.exec(text)?.[0].length ?? 0);
    for (const [word] of text.slice(from, to).matchAll(WORD)) {
      words.add(key(word));
      if (word.includes('-')) for (const part of word.split('-')) words.add(key(part));
    }
  });
  return words;
}

function key(word: string): string {
  return word.toLowerCase().replaceAll('\u2010', '-');
}
