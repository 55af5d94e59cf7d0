// The lines among which each row's title is to be chosen, by the product's own code.
import { createReader, rowsOf } from '../train/read.mjs';

const base = new URL('../../dist/', import.meta.url);
const load = (path) => import(new URL(path, base));
// How much a row weighs: as it is; shortened; without its title; whole pages, of which there are three renderings each.
const WEIGHTS = {
  clean: 1,
  light: 1,
  short: 0.5,
  untitled: 0.3,
  joined: 0.3,
  full: 0.3,
  scoped: 0.4,
  seeded: 0.4,
};
// Characters of a key that is long enough to stand beside a site's name; what may stand beside it.
const MIN_KEY = 12;
const MAX_BESIDE = 40;

/** One group a row: its candidates' features, which of them say the title, and whether none does. */
export async function groupsOf(texts, light) {
  const groupOf = await createGroup();
  const groups = [];
  const add = (row) => {
    const group = groupOf(row);
    if (group) groups.push(group);
  };
  for await (const row of rowsOf(light))
    if (row.title) for (const one of variantsOf(row, groups.length)) add(one);
  for await (const row of rowsOf(texts)) if (row.title && row.clean !== false) add(row);
  return groups;
}

/** A row as it is, its first lines, its text below the title, its lines without blank ones between. */
function variantsOf(row, count) {
  const lines = row.input_text.split('\n');
  const visible = lines.flatMap((line, i) => (line.trim() ? [i] : []));
  if (row.variant === 'light') {
    return [
      row,
      { ...row, variant: 'joined', input_text: visible.map((i) => lines[i]).join('\n') },
    ];
  }
  const end = visible[3 + (count % 5)] ?? lines.length;
  const short = { ...row, variant: 'short', input_text: lines.slice(0, end).join('\n') };
  const title = row.title.replace(/\s+/g, '').toLowerCase();
  const at = lines.findIndex((line) => line.replace(/\s+/g, '').toLowerCase() === title);
  if (at < 0) return [row, short];
  const rest = lines
    .slice(at + 1)
    .join('\n')
    .replace(/^\n+/, '');
  return [row, short, { ...row, variant: 'untitled', title: null, input_text: rest }];
}

async function createGroup() {
  const { titleCandidates } = await load('stages/label/title/title-candidates.js');
  const { ruledOf, predict } = await load('stages/label/index.js');
  const { createRead } = await load('stages/read/index.js');
  const { keyOf } = await load('text/tokens.js');
  const read = await createReader(base);
  const readLines = createRead();
  return (row) => {
    const { shown, ruled, said } = ruledOf(readLines(read(row).document));
    const { lines, isBody } = predict(ruled, shown, said, 'balanced');
    const title = row.title === null ? null : keyOf(row.title);
    const says = ({ line }) => title !== null && isTitle(line.key, title);
    const candidates = titleCandidates(lines, isBody);
    const isTitleLine = candidates.map(({ index }) => says(ruled[index]));
    const isNone = !isTitleLine.includes(true);
    // A title further down than any candidate teaches nothing.
    if (isNone && ruled.some(says)) return null;
    return {
      id: row.id,
      variant: row.variant,
      fold: row.fold,
      weight: WEIGHTS[row.variant],
      candidates: candidates.map(({ features }) => features),
      isTitle: isTitleLine,
      isNone,
      bodyFirst: isBody[0] === true,
    };
  };
}

function isTitle(key, title) {
  if (key.replaceAll(' ', '') === title.replaceAll(' ', '')) return true;
  if (title.length < MIN_KEY || key.length > title.length + MAX_BESIDE) return false;
  return key.startsWith(`${title} `) || key.endsWith(` ${title}`);
}
