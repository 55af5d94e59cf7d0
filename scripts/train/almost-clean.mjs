// Rows as most plain text is: an article with nothing to remove, and one with a few lines of boilerplate in it.
import { randomFrom } from '../random.mjs';
import { rowsOf } from './read.mjs';
import { teaserLabels, withTeasers } from './teasers.mjs';

// Boilerplate lines of one page and of one fold and language that may be put into others' articles, and how long they
// may be, in UTF-16 units; how many lines are put into an article, and how many stand together.
const LINES_OF_PAGE = 60;
const LINES_OF_POOL = 6000;
const MIN_POOL = 150;
const MAX_LINE = 160;
const MAX_LINES = 9;
const MAX_TOGETHER = 3;
const MIN_GOLD = 2;
/** Share of texts in one line whose blocks no space parts. */
const GLUED = 0.25;
const VARIANT = /#.*/;
/** Shares of the places where lines are put: above the article, inside it, the rest below. */
const PLACES = { above: 0.25, inside: 0.45 };
/** Share of rows whose paragraphs no blank line parts, and of rows that begin with their title. */
const WITHOUT_BLANKS = 0.4;
const WITH_TITLE = 0.75;
const FOREIGN_DRAWS = 2;

/** What may be put into articles, by fold and language, from the rows of whole pages: boilerplate lines, and titles. */
export async function boilerplateOf(files) {
  const pools = new Map();
  for (const file of files) {
    for await (const row of rowsOf(file)) if (row.variant === 'full') addTo(pools, row);
  }
  return pools;
}

function addTo(pools, row) {
  const key = poolKey(row);
  if (!pools.has(key)) pools.set(key, { lines: [], titles: [] });
  const { lines: pool, titles } = pools.get(key);
  if (row.title) titles.push({ text: row.title, site: row.site });
  if (pool.length >= LINES_OF_POOL) return;
  const random = randomFrom(`pool ${row.id}`);
  const lines = linesOf(row).filter(({ text, label }) => label === '0' && isShort(text));
  const unique = [...new Set(lines.map(({ text }) => text.trim()))];
  const share = LINES_OF_PAGE / Math.max(LINES_OF_PAGE, unique.length);
  for (const text of unique) if (random() < share) pool.push({ text, site: row.site });
}

/** The article of a row alone, and with lines of boilerplate: its own where they stood, and others' anywhere. */
export function* almostClean(row, pools, root) {
  const lines = linesOf(row);
  const gold = lines.flatMap(({ label }, i) => (label === '1' ? [i] : []));
  if (gold.length < MIN_GOLD) return;
  const base = row.id.replace(VARIANT, '');
  const make = (variant, parts) => {
    const random = randomFrom(`${variant} ${base}`);
    const title = row.title && random() < WITH_TITLE ? [{ text: row.title, label: '2' }] : [];
    const blank = random() < WITHOUT_BLANKS ? [] : [{ text: '', label: '2' }];
    const gap = title.length > 0 && random() < 0.5 ? [{ text: '', label: '2' }] : blank;
    return joined(
      { ...row, id: `${base}#${variant}`, variant, lite: false },
      parts(random, title),
      blank,
      gap,
    );
  };
  const body = () => gold.map((i) => lines[i]);
  const paragraphs = row.expected_text
    .split('\n')
    .filter((text) => text.trim())
    .map((text) => ({ text, label: '1' }));
  yield make('cutclean', (_, title) => [title, ...body().map(one)]);
  yield make('clean', (_, title) => [title, ...paragraphs.map(one)]);
  const own = lines.flatMap(({ label, text }, i) => (label === '0' && isShort(text) ? [i] : []));
  if (own.length > 0) {
    yield make('cutlight', (random, title) => {
      const some = new Set(take(own, 1 + Math.floor(random() * MAX_LINES), random));
      const kept = lines.filter(({ label }, i) => label === '1' || some.has(i));
      return [title, ...kept.map(one)];
    });
  }
  const known = pools.get(poolKey(row)) ?? { lines: [], titles: [] };
  const ofOthers = (list) => list.filter(({ site }) => site !== row.site);
  const titles = ofOthers(known.titles).map(({ text }) => text);
  const labels = teaserLabels(root, row.lang);
  const teasers = make('teaser', (random, title) => {
    const parts = [title, ...(random() < 0.5 ? paragraphs : body()).map(one)];
    return withTeasers(parts, titles, labels, `teaser ${base}`) ?? [];
  });
  if (teasers.input_text !== '') yield teasers;
  const pool = ofOthers(known.lines);
  if (pool.length < MIN_POOL) return;
  for (let draw = 0; draw < FOREIGN_DRAWS; draw++) {
    yield make(`light${draw}`, (random, title) =>
      withLines([title, ...(draw === 0 ? paragraphs : body()).map(one)], pool, random),
    );
  }
}

/** A row with its blank lines left out; null where it has none. */
export function withoutBlankLines(row) {
  const kept = linesOf(row).filter(({ text }) => text.trim() !== '');
  if (kept.length === 0 || kept.length === row.labels.length) return null;
  return {
    ...row,
    id: `${row.id}~noblank`,
    variant: 'noblank',
    lite: false,
    input_text: kept.map(({ text }) => text).join('\n'),
    labels: kept.map(({ label }) => label).join(''),
  };
}

/** A row as one line, as tables and JSON often hold texts; `ranges` says where which label stands. */
export function asOneLine(row) {
  const random = randomFrom(`one line ${row.id}`);
  const between = random() < GLUED ? '' : ' ';
  const ranges = [];
  let text = '';
  for (const line of linesOf(row)) {
    const part = line.text.trim();
    if (part === '') continue;
    if (text !== '') text += between;
    ranges.push({ start: text.length, end: text.length + part.length, label: line.label });
    text += part;
  }
  if (ranges.length === 0) return null;
  const id = `${row.id}~oneline`;
  return { ...row, id, variant: 'oneline', lite: false, input_text: text, ranges };
}

const one = (line) => [line];
const isShort = (text) => text.trim() !== '' && text.length <= MAX_LINE;
const poolKey = ({ fold, lang }) => `${fold} ${lang}`;

function linesOf({ input_text, labels }) {
  const lines = input_text.split('\n');
  if (lines.length !== labels.length) return [];
  return lines.map((text, i) => ({ text, label: labels[i] }));
}

function take(list, count, random) {
  const rest = [...list];
  const out = [];
  while (out.length < count && rest.length > 0) {
    out.push(...rest.splice(Math.floor(random() * rest.length), 1));
  }
  return out;
}

/** The parts of an article with lines of boilerplate between them. */
function withLines(parts, pool, random) {
  const out = [...parts];
  let left = 1 + Math.floor(random() * MAX_LINES);
  while (left > 0) {
    const together = Math.min(left, 1 + Math.floor(random() * MAX_TOGETHER));
    const at = placeIn(out.length, random);
    const lines = take(pool, together, random).map(({ text }) => [{ text, label: '0' }]);
    out.splice(at, 0, ...lines);
    left -= together;
  }
  return out;
}

function placeIn(length, random) {
  const where = random();
  if (where < PLACES.above) return random() < 0.5 ? 0 : Math.min(1, length);
  if (where < PLACES.above + PLACES.inside)
    return 1 + Math.floor(random() * Math.max(1, length - 1));
  return length;
}

function joined(row, parts, blank, gap) {
  const all = parts.flatMap((part, i) => {
    if (part.length === 0) return [];
    const last = i === parts.length - 1;
    return last ? part : [...part, ...(i === 0 ? gap : blank)];
  });
  return {
    ...row,
    input_text: all.map(({ text }) => text).join('\n'),
    labels: all.map(({ label }) => label).join(''),
  };
}
