import { lexiconLines } from '../assets/lexicon.ts';
import { once } from '../assets/once.ts';
import { keyOf } from '../text/tokens.ts';
import { keyed } from './words.ts';

/** Words that tell what a line near the title is, in all languages. */
export interface Vocabulary {
  /** `World`, `Politik`: the whole line is the name of a section. */
  isSection(text: string): boolean;
  /** The same for a line's key (see `keyOf`). */
  isSectionKey(key: string): boolean;
  /** `Exclusive`, `Live`: the whole line is a marker that stands before titles. */
  isKicker(text: string): boolean;
  /** The same for a line's key. */
  isKickerKey(key: string): boolean;
  /** `Editor's note …`: the line begins as notes and corrections do that belong to the article. */
  isEditorNote(text: string): boolean;
  /** The text holds a word that marks organisations: `Press`, `Agency`, `Zeitung`. */
  isOrganization(text: string): boolean;
  /** `Editor`: the text is a job title. */
  isRole(text: string): boolean;
  /** `Maritime editor`: a line's key of a few words, one of them a job title. */
  holdsRole(key: string): boolean;
  /** `Lesezeit: 3 Minuten`: a line's key says how long reading takes. */
  isReadTime(key: string): boolean;
  /** A line's key (see `keyOf`) holds the number of a page: `page 3`, `第4頁`. */
  namesPage(key: string): boolean;
  /** How many social networks and messengers a line's key names. */
  networksIn(key: string): number;
}

// Set by hand, the longest that the lists and the fixtures hold with some room.
/** Words of a job with what it is for. */
const MAX_JOB_WORDS = 5;
/** Words of a reading time besides its number. */
const MAX_READ_TIME_WORDS = 6;
/** Words of how a note begins. */
const NOTE_WORDS = 8;
/** UTF-16 units in which they stand. */
const NOTE_LENGTH = 120;

/** The vocabulary; the same for all who ask. Each list is read when it is first asked about. */
export function createVocabulary(): Vocabulary {
  return VOCABULARY;
}

const networks = once(() => byFirstWord(lexiconLines('networks')));

const VOCABULARY: Vocabulary = {
  isSection: (text) => keyed('section').has(keyOf(text)),
  isSectionKey: (key) => keyed('section').has(key),
  isKicker: (text) => keyed('kicker').has(keyOf(text)),
  isKickerKey: (key) => keyed('kicker').has(key),
  isEditorNote: (text) => startsWithOne(keyed('editor-note'), keyOf(text.slice(0, NOTE_LENGTH))),
  isReadTime: (key) => {
    if (!key.includes('#')) return false;
    const words = key.split(' ');
    const rest = words.filter((word) => word !== '#');
    return (
      rest.length < words.length &&
      rest.length <= MAX_READ_TIME_WORDS &&
      saysReadTime(rest, keyed('read-time'))
    );
  },
  isRole: (text) => keyed('role').has(keyOf(text)),
  holdsRole: (key) => {
    const words = key.split(' ');
    return words.length <= MAX_JOB_WORDS && words.some((word) => keyed('role').has(word));
  },
  namesPage: (key) => {
    const words = key.split(' ');
    return words.some(
      (word, i) => keyed('page-word').has(word) && (words[i + 1] === '#' || words[i - 1] === '#'),
    );
  },
  networksIn: (key) => countIn(networks(), key),
  isOrganization: (text) =>
    keyOf(text)
      .split(' ')
      .some((word) => keyed('organization').has(word)),
};

// A note of one word (`Correction`) must be followed by something else than the words of a sentence.
function startsWithOne(notes: ReadonlySet<string>, key: string): boolean {
  const words = key.split(' ').slice(0, NOTE_WORDS);
  return words.some((_, i) => i > 0 && notes.has(words.slice(0, i + 1).join(' ')));
}

const NONE: readonly never[] = [];
/** U+0020, between the words of a key. */
const SPACE = 0x20;

/** How many of the names, by their first words, the key holds. */
function countIn(names: ReadonlyMap<string, readonly string[]>, key: string): number {
  let count = 0;
  for (let at = 0; at < key.length; ) {
    const space = key.indexOf(' ', at);
    const end = space < 0 ? key.length : space;
    for (const name of names.get(key.slice(at, end)) ?? NONE) {
      const behind = at + name.length;
      const whole = behind === key.length || key.charCodeAt(behind) === SPACE;
      if (whole && key.startsWith(name, at)) count += 1;
    }
    at = end + 1;
  }
  return count;
}

function byFirstWord(names: readonly string[]): Map<string, string[]> {
  const map = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const first = name.split(' ', 1)[0]!;
    map.set(first, [...(map.get(first) ?? []), name]);
  }
  return map;
}

/** Phrases of a reading time, one or two of them around the number. */
function saysReadTime(words: readonly string[], phrases: ReadonlySet<string>): boolean {
  if (phrases.has(words.join(' '))) return true;
  return words.some(
    (_, i) =>
      i > 0 && phrases.has(words.slice(0, i).join(' ')) && phrases.has(words.slice(i).join(' ')),
  );
}
