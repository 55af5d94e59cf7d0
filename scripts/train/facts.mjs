// Rows whose article holds what short lines of an article are beside subheadings: results, tables, facts, lists, prices,
// signatures, times, questions. Boilerplate has such shapes too, and articles of the benchmark hold few of them. Their
// words are the article's own, so that shapes are learnt and not words.
import { randomFrom } from '../random.mjs';

const MIN_GOLD = 5;
const MAX_GROUPS = 3;
/** UTF-16 units of a paragraph that are read for words. */
const READ = 600;
/** Share of the groups that stand below the last paragraph, and of those whose rows blank lines part. */
const AT_END = 0.25;
const PARTED = 0.4;
/** Share of the groups that a short line of words stands over, and of those lines that end in a colon. */
const WITH_HEADING = 0.5;
const WITH_COLON = 0.4;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
const WORD = /[\p{L}\p{M}\p{N}'’-]+/gu;
const NAME = /(?<=[\p{Ll}\p{N},] )\p{Lu}[\p{L}\p{M}'’-]+(?: \p{Lu}[\p{L}\p{M}'’-]+){0,2}/gu;
const CLAUSE = /[,;:，、；：]\s*/u;
const STOP = /[.!?…。！？।؟۔"”’»)]+\s*$/u;

/**
 * The parts of an article with groups of short lines between its paragraphs or at its end.
 *
 * @param parts lines with their labels, the title first
 * @returns null for an article that is too short for it
 */
export function withFacts(parts, seed) {
  const random = randomFrom(seed);
  const texts = parts.flat().flatMap(({ text, label }) => (label === '1' ? [text] : []));
  if (texts.length < MIN_GOLD) return null;
  const source = sourceOf(texts, random);
  if (source.names.length < 2) return null;
  const out = [...parts];
  const count = 1 + Math.floor(random() * MAX_GROUPS);
  for (let k = 0; k < count; k++) {
    const kind = KINDS[Math.floor(random() * KINDS.length)];
    const rows = headed(kind(source), source);
    const lines = rows.map((text) => ({ text, label: '1' }));
    const at = random() < AT_END ? out.length : 2 + Math.floor(random() * (out.length - 2));
    // A group is one part, whose lines no blank line parts, or one part a line.
    out.splice(at, 0, ...(random() < PARTED ? lines.map((line) => [line]) : [lines]));
  }
  return out;
}

/** What the rows are made of: names, phrases and numbers. */
function sourceOf(texts, random) {
  const all = texts.map((text) => text.slice(0, READ));
  const wide = WIDE.test(all[0]);
  const whole = (n) => Math.floor(random() * n);
  const pick = (list) => list[whole(list.length)];
  const words = all.flatMap((text) => text.match(WORD) ?? []);
  const found = all.flatMap((text) => text.match(NAME) ?? []);
  const cut = (text, n) =>
    wide ? text.slice(0, n * 2 + 1) : text.split(' ').slice(0, n).join(' ');
  const clauses = all
    .flatMap((text) => text.split(CLAUSE))
    .map((text) => text.replace(STOP, '').trim())
    .filter((text) => text.length > 3);
  const capital = (text) => text && text[0].toUpperCase() + text.slice(1);
  const phrase = (least, most) =>
    cut(pick(clauses), least + whole(most - least + 1)).replace(STOP, '');
  // Where capitals name nothing, any words do.
  const names = found.length >= 4 ? found : words.filter((word) => word.length > 1).map(capital);
  return {
    random,
    whole,
    pick,
    names,
    wide,
    name: () => (wide ? cut(pick(words), 2) : pick(names)),
    phrase,
    title: (least, most) => capital(phrase(least, most)),
    colon: wide ? '：' : ': ',
    times: (least, most, row) => Array.from({ length: least + whole(most - least + 1) }, row),
  };
}

/** A group, perhaps below a line of a few words that says what it is. */
function headed(rows, { random, title, colon }) {
  if (random() >= WITH_HEADING) return rows;
  return [`${title(1, 4)}${random() < WITH_COLON ? colon.trim() : ''}`, ...rows];
}

function results({ name, whole, pick, random, times }) {
  const dash = pick([' – ', ' - ', ' ', ' v ']);
  const mark = pick([':', '-', '–']);
  const goals = () => `${whole(6)}${mark}${whole(6)}`;
  const parts = random() < 0.4;
  const between = random() < 0.3;
  return times(2, 7, () => {
    const detail = parts ? ` (${goals()}, ${goals()})` : '';
    if (between) return `${name()} ${goals()} ${name()}${detail}`;
    return dash === ' v '
      ? `${name()} ${whole(40)}, ${name()} ${whole(40)}`
      : `${name()}${dash}${name()} ${goals()}${detail}`;
  });
}

function table({ name, title, whole, pick, random, times }) {
  const gap = pick(['\t', '\t', '   ', ' | ', '  ', ' ']);
  const columns = 1 + whole(4);
  const unit = pick(['', '', '%', ' km', ' €', '$']);
  const sign = random() < 0.3;
  const number = () => {
    const value = random() < 0.5 ? String(whole(100)) : (random() * 2000).toFixed(whole(3));
    return `${sign ? pick(['+', '-', '−']) : ''}${unit === '$' ? `$${value}` : value + unit}`;
  };
  const cells = (first, cell) => [first, ...Array.from({ length: columns }, cell)].join(gap);
  const rows = times(3, 9, () => cells(name(), number));
  return random() < 0.6 ? [cells(title(1, 1), () => title(1, 1)), ...rows] : rows;
}

function facts({ title, phrase, name, whole, pick, colon, random, times }) {
  const value = () =>
    pick([
      () => phrase(1, 6),
      name,
      () => `${1 + whole(900)} ${phrase(1, 1)}`,
      () => `${whole(24)}.${10 + whole(50)}–${whole(24)}.${10 + whole(50)}`,
      () => `${name()}, ${name()}`,
      () => `${name()} ${1 + whole(120)}`,
    ])();
  if (random() < 0.3) return times(2, 5, () => [title(1, 3), value()]).flat();
  return times(2, 6, () => `${title(1, 3)}${colon}${value()}`);
}

function list({ phrase, title, pick, random, times }) {
  const mark = pick(['', '', '- ', '• ', '* ', '– ', '・', '1']);
  const make = random() < 0.5 ? () => phrase(2, 8) : () => title(1, 8);
  const rows = times(3, 8, make);
  return rows.map((text, i) => `${mark === '1' ? `${i + 1}. ` : mark}${text}`);
}

function prices({ title, whole, pick, times }) {
  const sum = pick([
    () => `€${whole(90)},${10 + whole(89)}`,
    () => `$${1 + whole(300)}`,
    () => `£${whole(90)}.${10 + whole(89)}`,
    () => `${1 + whole(99)}00円`,
    () => `${1 + whole(99)}.000 đ`,
    () =>
      `${1 + whole(900)} ${pick(['kg', 'g', 'ml', 'kr', 'zł', 'лв', 'руб.', 'TL', 'Rs', 'mm', '°C'])}`,
  ]);
  const gap = pick([' ', ' – ', ': ', '\t', '　', ', ']);
  return times(3, 7, () => `${title(1, 3)}${gap}${sum()}`);
}

function amounts({ phrase, whole, pick, times }) {
  return times(
    3,
    9,
    () => `${1 + whole(500)}${pick(['', ' ', 'g ', ' ml ', ' kg ', ' x '])}${phrase(1, 4)}`,
  );
}

function signature({ name, pick }) {
  const [who, where] = [`${name()} ${name()}`, name()];
  return pick([
    () => [`${who}, ${where}`],
    () => [who, where],
    () => [who.toUpperCase(), where],
    () => [`— ${who}`],
  ])();
}

function time({ whole, pick }) {
  const [hour, minute] = [1 + whole(12), String(whole(60)).padStart(2, '0')];
  const mark = pick([':', '.', 'h']);
  return [`${hour}${mark}${minute}${pick(['', '', ' pm', 'pm', ' Uhr', ' AM'])}`];
}

function question({ title, pick }) {
  return [`${pick(['', '', '– ', '— ', '- '])}${title(2, 8)}?`];
}

function heading({ title, phrase, random, pick }) {
  const text = title(1, 5);
  if (random() < 0.3) return [text.toUpperCase()];
  return [random() < 0.2 ? `${text}${pick([': ', ' & ', ', '])}${phrase(1, 3)}` : text];
}

/** Groups and single lines; what articles hold often stands here more often. */
const KINDS = [
  results,
  table,
  table,
  facts,
  facts,
  list,
  list,
  prices,
  amounts,
  signature,
  time,
  question,
  heading,
  heading,
];
