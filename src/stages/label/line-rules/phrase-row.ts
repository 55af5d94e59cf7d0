import type { RemovedLabel } from '../../../contract/labels.ts';
import { type Verdict, verdict } from '../../../document/verdict.ts';
import { phrasesAt } from '../../../recognize/phrases/index.ts';
import type { Line } from '../../read/line.ts';

// Set by hand on the cases of test/stages/label and the open benchmark's texts.
/** UTF-16 units; a longer line is prose, or a page's whole menu. */
const MAX_LENGTH = 300;
/** Words of a phrase that may be a part of such a line; of scripts without spaces, characters. */
const MAX_PHRASE_WORDS = 12;
/** A line with a word that no phrase holds has so many that are in one, or more. */
const MIN_WORDS_A_STRANGER = 7;
/** Phrases of one word are words of the language too: a row of them alone has so many at least. */
const MIN_SINGLE_WORDS = 4;
/** Words from which on a phrase is no word of the language. */
const MIN_SURE_WORDS = 2;
/** The same in characters of scripts without spaces. */
const MIN_SURE_CHARACTERS = 4;
const NUMBER = '#';

/** A phrase of data/languages inside a line. */
interface Part {
  readonly words: number;
  readonly sure: boolean;
  readonly label: RemovedLabel;
}

/** The best reading of the words up to a place. */
interface Reading {
  /** Words, numbers left out, that no phrase holds. */
  readonly strangers: number;
  readonly parts: number;
  /** The last part, and the reading before it; both null for the empty one. */
  readonly part: Part | null;
  readonly before: Reading | null;
}

const EMPTY: Reading = { strangers: 0, parts: 0, part: null, before: null };

/**
 * A line that is nothing but several whole phrases, one behind the other, as `Share this article Facebook Twitter`;
 * numbers between them do not count. Named by the label whose phrases hold the most words.
 */
export function phraseRowVerdict(line: Line): Verdict | null {
  if (line.text.length > MAX_LENGTH) return null;
  const { key } = line;
  if (!beginsWithPhrase(key)) return null;
  const words = key.split(' ');
  if (words.length < 2) return null;
  const reading = bestReading(key, words);
  const known = words.filter((word) => word !== NUMBER).length - reading.strangers;
  const room = line.endsSentence ? 0 : Math.floor(known / MIN_WORDS_A_STRANGER);
  if (reading.parts < 2 || reading.strangers > room) return null;
  const parts = partsOf(reading);
  const label = mostWords(parts);
  const alike = parts.every((part) => part.label === label) && label === 'social';
  const isRow = alike || parts.some(({ sure }) => sure) || parts.length >= MIN_SINGLE_WORDS;
  return isRow ? verdict(label, 'line-of-links') : null;
}

/** Most lines do not, and are soon known to be none. */
function beginsWithPhrase(key: string): boolean {
  let start = 0;
  while (key.startsWith(NUMBER, start)) start += NUMBER.length + 1;
  let begins = false;
  phrasesAt(key, start, MAX_PHRASE_WORDS, () => {
    begins = true;
  });
  return begins;
}

/** The reading with the fewest strange words; of equals the one with the fewest, so the longest, phrases. */
function bestReading(key: string, words: readonly string[]): Reading {
  const best: (Reading | undefined)[] = [EMPTY];
  const offer = (at: number, reading: Reading): void => {
    const other = best[at];
    const better =
      !other ||
      reading.strangers < other.strangers ||
      (reading.strangers === other.strangers && reading.parts < other.parts);
    if (better) best[at] = reading;
  };
  let at = 0;
  words.forEach((word, start) => {
    const before = best[start]!;
    const strangers = before.strangers + (word === NUMBER ? 0 : 1);
    offer(start + 1, { ...before, strangers });
    phrasesAt(key, at, MAX_PHRASE_WORDS, (label, count) => {
      const part = partOf(words.slice(start, start + count), label);
      offer(start + count, { strangers: before.strangers, parts: before.parts + 1, part, before });
    });
    at += word.length + 1;
  });
  return best[words.length]!;
}

function partOf(words: readonly string[], label: RemovedLabel): Part {
  const unspaced = words.every((word) => word.length === 1);
  const enough = unspaced ? MIN_SURE_CHARACTERS : MIN_SURE_WORDS;
  return { words: words.length, sure: words.length >= enough, label };
}

function partsOf(reading: Reading): Part[] {
  const parts: Part[] = [];
  for (let at: Reading | null = reading; at?.part; at = at.before) parts.unshift(at.part);
  return parts;
}

function mostWords(parts: readonly Part[]): RemovedLabel {
  const words = new Map<RemovedLabel, number>();
  for (const part of parts) words.set(part.label, (words.get(part.label) ?? 0) + part.words);
  let best = parts[0]!.label;
  for (const [label, count] of words) if (count > words.get(best)!) best = label;
  return best;
}
