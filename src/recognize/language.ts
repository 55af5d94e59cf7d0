import { FUNCTION_WORDS } from '../generated/lexicon.ts';

/** A language, and how sure that is. */
export interface DetectedLanguage {
  /** BCP 47. */
  readonly language: string;
  /** 0 to 1. */
  readonly certainty: number;
}

/** Only so much of a text is looked at. */
const REACH = 6000;
const FEWEST_LETTERS = 12;
const WORD = /[\p{L}\p{M}'’‘ʻ]+/gu;
const KANA_SHARE = 0.04;
/** Scripts in which news is printed in one language, or in a few that are told apart by their words. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Latin}/gu, 'latin'],
  [/\p{Script=Cyrillic}/gu, 'cyrillic'],
  [/\p{Script=Arabic}/gu, 'arabic'],
  [/\p{Script=Devanagari}/gu, 'devanagari'],
  [/\p{Script=Han}/gu, 'han'],
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'kana'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Bengali}/gu, 'bengali'],
  [/\p{Script=Tamil}/gu, 'ta'],
  [/\p{Script=Telugu}/gu, 'te'],
  [/\p{Script=Kannada}/gu, 'kn'],
  [/\p{Script=Malayalam}/gu, 'ml'],
  [/\p{Script=Gujarati}/gu, 'gu'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Oriya}/gu, 'or'],
  [/\p{Script=Sinhala}/gu, 'si'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Khmer}/gu, 'km'],
  [/\p{Script=Lao}/gu, 'lo'],
  [/\p{Script=Myanmar}/gu, 'my'],
  [/\p{Script=Ethiopic}/gu, 'am'],
  [/\p{Script=Tibetan}/gu, 'bo'],
  [/\p{Script=Thaana}/gu, 'dv'],
];
const FAMILIES: Readonly<Record<string, readonly string[]>> = {
  cyrillic: ['ru', 'uk', 'be', 'bg', 'mk', 'sr-Cyrl', 'kk', 'ky', 'mn', 'tg'],
  arabic: ['ar', 'fa', 'ur', 'ps', 'ckb', 'ug', 'sd'],
  devanagari: ['hi', 'mr', 'ne'],
  bengali: ['bn', 'as'],
};
const NOT_LATIN = new Set(Object.values(FAMILIES).flat());
const LATIN = Object.keys(FUNCTION_WORDS).filter((l) => !NOT_LATIN.has(l));
/** Languages of small size need more evidence against their large neighbours. */
const RARE: Readonly<Record<string, number>> = {
  gl: 0.92,
  la: 0.7,
  eo: 0.8,
  af: 0.97,
  bs: 0.97,
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

/** By word: the languages that have it, with the weight of the word. */
const WEIGHTS = new Map<string, { readonly languages: string[]; weight: number }>();
for (const [language, { words }] of Object.entries(FUNCTION_WORDS)) {
  const list = words === '' ? [] : words.split(' ');
  for (const word of list) {
    const known = WEIGHTS.get(word);
    if (known) known.languages.push(language);
    else WEIGHTS.set(word, { languages: [language], weight: 0 });
  }
}
for (const entry of WEIGHTS.values()) entry.weight = 1 / entry.languages.length ** 0.7;
const LETTER_WEIGHT = 0.25;

function bestScript(text: string): { script: string; letters: number; share: number } | null {
  let best = { script: '', letters: 0, share: 0 };
  let all = 0;
  const counts = new Map<string, number>();
  for (const [pattern, script] of SCRIPTS) {
    const count = text.match(pattern)?.length ?? 0;
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

function byWords(text: string, candidates: readonly string[]): DetectedLanguage | null {
  const scores = new Map<string, number>(candidates.map((l) => [l, 0]));
  let tokens = 0;
  for (const match of text.toLowerCase().matchAll(WORD)) {
    tokens++;
    const entry = WEIGHTS.get(match[0]);
    if (!entry) continue;
    for (const language of entry.languages) {
      const score = scores.get(language);
      if (score !== undefined) scores.set(language, score + entry.weight);
    }
  }
  const lower = text.toLowerCase();
  for (const language of candidates) {
    const letters = FUNCTION_WORDS[language]?.letters;
    if (!letters) continue;
    let count = 0;
    for (const letter of letters) count += lower.split(letter).length - 1;
    scores.set(language, (scores.get(language) as number) + count * LETTER_WEIGHT);
  }
  const ranked = candidates
    .map((l) => [l, (scores.get(l) as number) * (RARE[l] ?? 1)] as const)
    .sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked as [
    readonly [string, number],
    readonly [string, number] | undefined,
  ];
  if (tokens === 0 || first[1] === 0) return null;
  const margin = (first[1] - (second?.[1] ?? 0)) / first[1];
  const density = Math.min(1, first[1] / tokens / 0.12);
  const amount = Math.min(1, tokens / 20);
  return {
    language: CODES[first[0]] ?? first[0],
    certainty: Math.round(Math.min(1, margin * 2) * density * amount * 100) / 100,
  };
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
  const family = script.script === 'latin' ? LATIN : FAMILIES[script.script];
  if (!family) return { language: script.script, certainty: Math.round(script.share * 100) / 100 };
  return byWords(sample, family);
}
