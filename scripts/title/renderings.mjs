// Other renderings of a text whose title is known: what stands above titles, and texts that have none.
import { readFileSync } from 'node:fs';

const {
  lines: HEADS,
  facts: FACTS,
  mastheads: MASTHEADS,
  affixes: AFFIXES,
} = JSON.parse(readFileSync(new URL('heads.json', import.meta.url), 'utf8'));
const BLANK_LINES = /^\n+/;
const SPACE = /\s+/g;
/** UTF-16 units of a paragraph that is torn in two. */
const MIN_TORN = 80;
const FIRST_SENTENCE = /^[^\n]{30,200}?(?:[.!?…](?=\s)|[。！？])/u;

const FIRST = /^./u;
const END_MARKS = /[\s.,:;!?…。，、]+$/u;

let count = 0;

/** The renderings of a row; the next row's take the next lines of heads.json. */
export function renderingsOf(row) {
  const all = row.input_text.split('\n');
  const lines = all.filter((line) => line.trim());
  if (row.variant === 'light') return [{ ...row, variant: 'joined', input_text: lines.join('\n') }];
  count += 1;
  const title = keyOf(row.title);
  const at = all.findIndex((line) => keyOf(line) === title);
  const short = { ...row, variant: 'short', input_text: first(all, 3 + (count % 5)) };
  if (at < 0) return [short];
  const rest = all
    .slice(at + 1)
    .join('\n')
    .replace(BLANK_LINES, '');
  const glue = count % 2 ? '\n' : '\n\n';
  const [one, two, fact, more] = [
    HEADS[count % HEADS.length],
    HEADS[(count * 7) % HEADS.length],
    FACTS[count % FACTS.length],
    FACTS[(count * 5) % FACTS.length],
  ];
  const headed = [
    one,
    ...(count % 3 ? [] : [two]),
    all[at],
    ...(count % 4 ? [fact] : []),
    ...(count % 5 ? [] : [more]),
  ];
  // A deck says in a sentence what the article says in its first ones.
  const deck = FIRST_SENTENCE.exec(rest)?.[0] ?? more;
  const decked = [all[at], deck, fact, ...(count % 3 ? [] : [more])];
  const mast = MASTHEADS[count % MASTHEADS.length];
  const masted = [
    mast,
    ...(count % 2 ? [one] : []),
    all[at],
    ...(count % 3 ? [fact] : [more, fact]),
  ];
  // A few of the article's words as the name of a series, or a crumb that is the title cut short.
  const kicker = count % 3 ? kickerOf(rest) : shortOf(all[at]);
  const kickered = [
    ...(count % 2 ? [] : [one]),
    kicker,
    all[at],
    ...(count % 3 === 1 ? [deck] : []),
    ...(count % 4 ? [fact] : []),
  ];
  const affixed = [all[at] + AFFIXES[count % AFFIXES.length], ...(count % 2 ? [deck] : []), fact];
  const untitled = { ...row, title: null };
  return [
    short,
    { ...row, variant: 'headed', input_text: `${headed.join(glue)}\n\n${rest}` },
    { ...row, variant: 'signed', input_text: `${[all[at], fact, more].join(glue)}\n\n${rest}` },
    { ...row, variant: 'masted', input_text: `${masted.join(glue)}\n\n${rest}` },
    { ...row, variant: 'kickered', input_text: `${kickered.join(glue)}\n\n${rest}` },
    { ...row, variant: 'affixed', input_text: `${affixed.join(glue)}\n\n${rest}` },
    { ...row, variant: 'decked', input_text: `${decked.join(glue)}\n\n${rest}` },
    {
      ...row,
      variant: 'headed short',
      input_text: first(
        `${headed.join(glue)}\n\n${rest}`.split('\n'),
        headed.length + 2 + (count % 4),
      ),
    },
    { ...untitled, variant: 'untitled', input_text: rest },
    {
      ...untitled,
      variant: 'headed untitled',
      input_text: `${one}${glue}${count % 2 ? rest : interleaved(rest, one)}`,
    },
    { ...untitled, variant: 'torn untitled', input_text: torn(rest) },
  ];
}

/** A piece of a sentence of the article, of two to five words. */
function kickerOf(text) {
  const words = text.split(SPACE).slice(8, 13 + (count % 40));
  const from = count % Math.max(1, words.length - 5);
  const some = words.slice(from, from + 2 + (count % 4)).join(' ');
  return some.replace(END_MARKS, '').replace(FIRST, (first) => first.toUpperCase());
}

/** The first words of a title, as a breadcrumb has them. */
function shortOf(title) {
  const words = title.trim().split(SPACE);
  const kept = Math.max(2, Math.ceil(words.length * 0.6));
  return words.length < 4
    ? title.slice(0, 8)
    : words.slice(0, kept).join(' ').replace(END_MARKS, '');
}

const keyOf = (text) => text.replace(SPACE, '').toLowerCase();

/** The first lines that are not blank. */
function first(all, n) {
  const visible = all.flatMap((line, i) => (line.trim() ? [i] : []));
  return all.slice(0, visible[n] ?? all.length).join('\n');
}

/** A text with a line between its paragraphs again and again, as captions of pictures stand. */
function interleaved(text, line) {
  return text
    .split('\n')
    .map((paragraph, i) => (i % 6 === 2 ? `${paragraph}\n\n${line}` : paragraph))
    .join('\n');
}

/** A text whose first paragraph is torn at two spaces, as links tear it. */
function torn(text) {
  const end = text.indexOf('\n') < 0 ? text.length : text.indexOf('\n');
  if (end < MIN_TORN) return text;
  const [a, b] = [text.indexOf(' ', end / 3), text.indexOf(' ', end / 2)];
  if (a < 0 || b <= a || b >= end) return text;
  return `${text.slice(0, a)}\n${text.slice(a + 1, b)}\n${text.slice(b + 1)}`;
}
