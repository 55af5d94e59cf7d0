// Writes assets/built/calendar.bin: the words of assets/calendar.bin as src/recognize/dates looks them up.
import { assetPath, textOf, writeAsset } from '../assets.mjs';
import { importTs } from './import-ts.mjs';
import { multiIndex } from './string-index.mjs';

const ARTICLE = /^(?:de |d'|a |e )/;
const NOT_ASCII = /[^\x20-\x7e]/;
const FINAL_STOP = /\.$/;
/** Patterns with fewer letters than this, all ASCII, would stand around any number. */
const FEWEST_LETTERS = 4;
/** Words for today and yesterday of so many letters mean other things too. */
const TOO_SHORT = 2;

/** Works out the tables and writes them. */
export async function writeCalendar() {
  const { fold } = await importTs('text/fold');
  const calendar = JSON.parse(textOf(assetPath('calendar.bin'), 'calendar'));
  const languages = Object.keys(calendar);
  const words = Object.values(calendar);
  const patterns = words.flatMap(({ ago }) =>
    Object.entries(ago).flatMap(([unit, list]) => list.map((pattern) => [unit, fold(pattern)])),
  );
  writeAsset(assetPath('built/calendar.bin'), {
    maker: 'npm run generate',
    from: {},
    values: {
      languages,
      am: periods(words, 'am', fold),
      pm: periods(words, 'pm', fold),
      numbered: numbered(patterns),
      plain: plain(patterns, words, fold),
    },
    parts: { ...names('months', words, fold), ...names('weekdays', words, fold) },
  });
}

/** An index of the folded names; each stands for numbers of 16 bits: the language's place and, below, the month or day. */
function names(list, words, fold) {
  const found = new Map();
  words.forEach((language, place) => {
    language[list].forEach((forms, i) => {
      for (const form of forms) {
        const key = fold(form).replace(ARTICLE, '');
        found.set(key, [...(found.get(key) ?? []), (place << 8) | (i + 1)]);
      }
    });
  });
  return multiIndex(list, found);
}

/** What the languages call a half of the day, folded. */
function periods(words, half, fold) {
  return [...new Set(words.flatMap((language) => language[half]).map(fold))];
}

/** Patterns with a number by the first character behind it, those with the most words first. */
function numbered(patterns) {
  const found = new Map();
  for (const [unit, pattern] of patterns) {
    const [before, after] = pattern.split('{0}');
    if (after === undefined) continue;
    const prefix = before.trim();
    const suffix = after.trim().replace(FINAL_STOP, '');
    const text = prefix + suffix;
    if (text.length < FEWEST_LETTERS && !NOT_ASCII.test(text)) continue;
    const list = found.get(suffix.slice(0, 1)) ?? [];
    found.set(suffix.slice(0, 1), list);
    if (!list.some((p) => p.prefix === prefix && p.suffix === suffix))
      list.push({ prefix, suffix, unit });
  }
  const size = ({ prefix, suffix }) => prefix.length + suffix.length;
  for (const list of found.values()) list.sort((a, b) => size(b) - size(a));
  return [...found];
}

/** Relative dates without a number by their text; of several meanings the last is kept. */
function plain(patterns, words, fold) {
  const found = new Map();
  const add = (text, unit, count) => found.set(text, { unit, count });
  for (const [unit, text] of patterns) if (!text.includes('{0}')) add(text, unit, 1);
  for (const { yesterday, today } of words) {
    for (const text of yesterday) if (text.length > TOO_SHORT) add(fold(text), 'day', 1);
    for (const text of today) if (text.length > TOO_SHORT) add(fold(text), 'day', 0);
  }
  return [...found];
}
