// Rows whose article is interrupted by calls to read other articles, in the forms that sites give them: a title alone,
// behind the same label each time, or several below a label. The label is a phrase of data/ or, so that its form is
// learnt and not its words, any word of the article.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { randomFrom } from '../random.mjs';

const MAX_TEASERS = 5;
const MIN_TITLES = 20;
const MIN_GOLD = 6;
/** Shares of the forms: under a label, alone; of labels: of data/; in brackets. */
const BELOW_LABEL = 0.25;
const ALONE = 0.25;
const OF_DATA = 0.5;
const IN_BRACKETS = 0.15;
const WORD = /\p{L}{4,}/gu;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}]/u;
const MARKS = /[{}…]/;

/**
 * The parts of an article with teasers between them.
 *
 * @param parts lines with their labels, the title first
 * @param titles titles of other articles
 * @param phrases labels of data/ in the article's language
 */
export function withTeasers(parts, titles, phrases, seed) {
  const random = randomFrom(seed);
  if (titles.length < MIN_TITLES || parts.length < MIN_GOLD) return null;
  const pick = (list) => list[Math.floor(random() * list.length)];
  const line = (text) => [{ text, label: '0' }];
  const out = [...parts];
  const place = () => 2 + Math.floor(random() * (out.length - 2));
  const label = labelOf(parts, phrases, random, pick);
  const count = 1 + Math.floor(random() * MAX_TEASERS);
  const form = random();
  if (form < BELOW_LABEL) {
    const group = Array.from({ length: count }, () => line(pick(titles)));
    out.splice(place(), 0, line(label), ...group);
    return out;
  }
  const alone = form < BELOW_LABEL + ALONE;
  const brackets = random() < IN_BRACKETS;
  const colon = WIDE.test(label) ? '：' : ': ';
  for (let k = 0; k < count; k++) {
    const text = alone ? pick(titles) : `${label}${colon}${pick(titles)}`;
    out.splice(place(), 0, line(brackets ? `(${text})` : text));
  }
  return out;
}

function labelOf(parts, phrases, random, pick) {
  if (phrases.length > 0 && random() < OF_DATA) return pick(phrases);
  const words = parts.flat().flatMap(({ text }) => text.slice(0, 400).match(WORD) ?? []);
  if (words.length === 0) return '»';
  const one = pick(words).slice(0, 12);
  const two = random() < 0.5 ? ` ${pick(words).slice(0, 12).toLowerCase()}` : '';
  const upper = random() < 0.2;
  const text = one[0].toUpperCase() + one.slice(1).toLowerCase() + two;
  return upper ? text.toUpperCase() : text;
}

/** Phrases of data/ that call to read on, in a language. */
export function teaserLabels(root, language) {
  let data;
  try {
    data = JSON.parse(readFileSync(join(root, `data/languages/${language}.json`), 'utf8'));
  } catch {
    return [];
  }
  return ['read-more', 'related']
    .flatMap((label) => Object.values(data.labels[label] ?? {}).flat())
    .filter((phrase) => typeof phrase === 'string' && !MARKS.test(phrase));
}
