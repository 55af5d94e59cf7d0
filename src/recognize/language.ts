import { characterTables } from '../assets/characters.ts';
import { type FunctionWords, functionWords } from '../assets/lexicon.ts';
import { once } from '../assets/once.ts';
import { TRAIT, traitsOf } from '../text/characters/index.ts';
import { SCRIPTS, scriptOf } from './scripts.ts';

/** A language, and how sure that is. */
export interface DetectedLanguage {
  /** BCP 47. */
  readonly language: string;
  /** 0 to 1. */
  readonly certainty: number;
}

// Set by hand on the labelled texts of bench/language.mjs.
/** Only so many UTF-16 units of a text are looked at. */
const REACH = 6000;
/** Letters of one script that a text must have. */
const FEWEST_LETTERS = 12;
/** Share of kana among Han and kana from which on a text is Japanese. */
const KANA_SHARE = 0.04;
/** Words are divided by the number of languages that have them to this power. */
const SHARED_POWER = 0.7;
/** What a letter that few languages write says, in words of one language. */
const LETTER_WEIGHT = 0.25;
/** Words before an apostrophe (`dell'`) are shorter than this, in letters. */
const LONGEST_ELIDED = 6;
/** Share of a text's words, weighted, at which its language is as sure as can be. */
const FULL_DENSITY = 0.12;
/** Words from which on a text is long enough for that. */
const ENOUGH_WORDS = 20;

/** How many UTF-16 units there are. */
const UNITS = 0x10000;
const IN_WORD = /[\p{L}\p{M}]/u;
const APOSTROPHES = "'’‘ʻ";
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  cyrillic: ['ru', 'uk', 'be', 'bg', 'mk', 'sr-Cyrl', 'kk', 'ky', 'mn', 'tg'],
  arabic: ['ar', 'fa', 'ur', 'ps', 'ckb', 'ug', 'sd'],
  devanagari: ['hi', 'mr', 'ne'],
  bengali: ['bn', 'as'],
};
const NOT_LATIN = new Set(Object.values(FAMILIES).flat());
/** Languages of small size need more evidence against their large neighbours: factors of their scores, set by hand as above. */
const RARE: Readonly<Record<string, number>> = {
  gl: 0.92,
  la: 0.7,
  eo: 0.8,
  af: 0.97,
  bs: 0.97,
  ms: 0.97,
  ku: 0.9,
  so: 0.9,
  ha: 0.85,
  ga: 0.9,
  cy: 0.95,
  mt: 0.9,
  sd: 0.95,
  as: 0.5,
};
const CODES: Readonly<Record<string, string>> = { 'sr-Cyrl': 'sr' };

/** What stands behind an elided word. */
const APOSTROPHE = "'’";
interface WordEntry {
  /** Numbers of the languages that have the word. */
  readonly languages: number[];
  weight: number;
}

/** What the languages' function words are looked up by. */
interface Words {
  readonly byLanguage: Readonly<Record<string, FunctionWords>>;
  /** Numbers of the languages. */
  readonly numbers: ReadonlyMap<string, number>;
  /** Languages that are written in Latin letters. */
  readonly latin: readonly string[];
  readonly weights: ReadonlyMap<string, WordEntry>;
  /** By UTF-16 unit, 1 for letters that only some languages write. */
  readonly letters: Uint8Array;
}

const loadWords = once((): Words => {
  const byLanguage = functionWords();
  const languages = Object.keys(byLanguage);
  const weights = new Map<string, WordEntry>();
  languages.forEach((language, i) => {
    const { words } = byLanguage[language]!;
    for (const word of words === '' ? [] : words.split(' ')) {
      const known = weights.get(word);
      if (known) known.languages.push(i);
      else weights.set(word, { languages: [i], weight: 0 });
    }
  });
  for (const entry of weights.values()) entry.weight = 1 / entry.languages.length ** SHARED_POWER;
  const letters = new Uint8Array(UNITS);
  for (const l of languages)
    for (const letter of byLanguage[l]!.letters ?? '') letters[letter.charCodeAt(0)] = 1;
  return {
    byLanguage,
    numbers: new Map(languages.map((l, i) => [l, i])),
    latin: languages.filter((l) => !NOT_LATIN.has(l)),
    weights,
    letters,
  };
});

/** How many characters of each script the text holds. */
function countScripts(text: string): Uint32Array {
  const { scripts } = characterTables();
  const counts = new Uint32Array(256);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (traitsOf(code) & TRAIT.surrogate) {
      const character = String.fromCodePoint(text.codePointAt(i)!);
      counts[scriptOf(character)]! += 1;
      i += character.length - 1;
    } else counts[scripts[code]!]! += 1;
  }
  return counts;
}

function bestScript(text: string): { script: string; letters: number; share: number } | null {
  let best = { script: '', letters: 0, share: 0 };
  let all = 0;
  const counts = new Map<string, number>();
  const found = countScripts(text);
  for (const [i, [, script]] of SCRIPTS.entries()) {
    const count = found[i]!;
    // a Han or kana character, or a syllable, says as much as two or three letters
    const letters = script === 'han' || script === 'kana' || script === 'ko' ? count * 2 : count;
    counts.set(script, letters);
    all += letters;
    if (letters > best.letters) best = { script, letters, share: 0 };
  }
  if (best.letters < FEWEST_LETTERS) return null;
  const han = counts.get('han') ?? 0;
  const kana = counts.get('kana') ?? 0;
  if (best.script === 'han' || best.script === 'kana') {
    best = {
      script: kana / (han + kana) > KANA_SHARE ? 'ja' : 'zh',
      letters: han + kana,
      share: 0,
    };
  }
  return { ...best, share: best.letters / all };
}

/** "l’école", "dell'arte": what stands before the apostrophe. */
function elided(word: string, weights: Words['weights']): WordEntry | undefined {
  for (let end = 0; end < LONGEST_ELIDED && end < word.length; end++) {
    if (!APOSTROPHE.includes(word[end]!)) continue;
    return end > 0 ? weights.get(`${word.slice(0, end)}'`) : undefined;
  }
  return undefined;
}

function byWords(text: string, candidates: readonly string[]): DetectedLanguage | null {
  const lower = text.toLowerCase();
  const { byLanguage, numbers, weights, letters: known } = loadWords();
  const scores = new Float64Array(numbers.size);
  const tokens = addWords(lower, scores, weights);
  const counts = countLetters(lower, known);
  for (const language of candidates) {
    const letters = byLanguage[language]?.letters;
    if (!letters) continue;
    let count = 0;
    for (const letter of letters) count += counts.get(letter.charCodeAt(0)) ?? 0;
    scores[numbers.get(language)!]! += count * LETTER_WEIGHT;
  }
  const ranked = candidates
    .map((l) => [l, (scores[numbers.get(l) ?? -1] ?? 0) * (RARE[l] ?? 1)] as const)
    .sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked as [
    readonly [string, number],
    readonly [string, number] | undefined,
  ];
  if (tokens === 0 || first[1] === 0) return null;
  const margin = (first[1] - (second?.[1] ?? 0)) / first[1];
  const density = Math.min(1, first[1] / tokens / FULL_DENSITY);
  const amount = Math.min(1, tokens / ENOUGH_WORDS);
  return {
    language: CODES[first[0]] ?? first[0],
    certainty: Math.round(Math.min(1, margin * 2) * density * amount * 100) / 100,
  };
}

/** Adds the weight of each word to the languages that have it; gives the number of words. */
function addWords(lower: string, scores: Float64Array, weights: Words['weights']): number {
  let tokens = 0;
  for (let at = 0; at < lower.length; ) {
    const start = at;
    for (let length = wordAt(lower, at); length > 0; length = wordAt(lower, at)) at += length;
    if (at === start) {
      at += 1;
      continue;
    }
    tokens += 1;
    const word = lower.slice(start, at);
    const entry = weights.get(word) ?? elided(word, weights);
    for (const language of entry?.languages ?? []) scores[language]! += entry!.weight;
  }
  return tokens;
}

/** The length of the letter, mark or apostrophe that stands here, or 0. */
function wordAt(text: string, at: number): number {
  if (at >= text.length) return 0;
  const traits = traitsOf(text.charCodeAt(at));
  if (traits & TRAIT.letter) return 1;
  if ((traits & TRAIT.surrogate) === 0) return APOSTROPHES.includes(text[at]!) ? 1 : 0;
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return IN_WORD.test(character) ? character.length : 0;
}

function countLetters(lower: string, known: Words['letters']): Map<number, number> {
  const counts = new Map<number, number>();
  for (let i = 0; i < lower.length; i++) {
    const code = lower.charCodeAt(i);
    if (known[code] === 1) counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}

/**
 * Tells the language of a text from its script and its function words.
 * @returns null when there is too little text, or nothing in it that tells
 * @example detectLanguage('The council met on Monday and said that it will …')?.language // 'en'
 */
export function detectLanguage(text: string): DetectedLanguage | null {
  const sample = text.length > REACH ? text.slice(0, REACH) : text;
  const script = bestScript(sample);
  if (!script) return null;
  const family = script.script === 'latin' ? loadWords().latin : FAMILIES[script.script];
  if (!family) return { language: script.script, certainty: Math.round(script.share * 100) / 100 };
  return byWords(sample, family);
}
