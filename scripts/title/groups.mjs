// The lines among which each row's title is to be chosen, by the product's own code.
import { createReader, rowsOf } from '../train/read.mjs';
import { scrapedRows } from '../train/scraped.mjs';
import { renderingsOf } from './renderings.mjs';

const base = new URL('../../dist/', import.meta.url);
const load = (path) => import(new URL(path, base));
// How much a row weighs: most texts have a title, and of whole pages there are three renderings each. Set by hand, by the
// figures that train.mjs prints.
const WEIGHTS = {
  clean: 1,
  light: 1,
  joined: 0.3,
  short: 0.5,
  headed: 0.3,
  'headed short': 0.5,
  signed: 0.3,
  decked: 0.5,
  masted: 0.3,
  affixed: 0.3,
  kickered: 0.25,
  scraped: 0.4,
  untitled: 0.1,
  'headed untitled': 0.22,
  'torn untitled': 0.08,
  full: 0.15,
  scoped: 0.3,
  seeded: 0.3,
};
// Characters of a key that is long enough to stand beside a site's name; what may stand beside it.
const MIN_KEY = 12;
const MAX_BESIDE = 40;

/** One group a row: its candidates' features, which of them say the title, and whether none does. */
export async function groupsOf(texts, light, scraped) {
  const groupOf = await createGroup();
  const groups = [];
  const add = (row) => {
    const group = groupOf(row);
    if (group) groups.push(group);
  };
  for await (const row of rowsOf(light))
    if (row.title) for (const one of [row, ...renderingsOf(row)]) add(one);
  for await (const row of rowsOf(texts)) if (isUsed(row)) add(row);
  for await (const row of scrapedRows(scraped)) if (row.title !== undefined) add(row);
  return groups;
}

/** Of whole pages those of the small set are enough. */
function isUsed({ title, clean, variant, lite }) {
  return Boolean(title) && clean !== false && (variant !== 'full' || lite);
}

async function createGroup() {
  const { bodyWithoutCaptions } = await load('stages/label/title/body-without-captions.js');
  const { titleCandidates } = await load('stages/label/title/title-candidates.js');
  const { ruledOf, predict } = await load('stages/label/index.js');
  const { createRead } = await load('stages/read/index.js');
  const { keyOf } = await load('text/tokens.js');
  const read = await createReader(base);
  const readLines = createRead();
  return (row) => {
    const { shown, ruled, said } = ruledOf(readLines(read(row).document));
    const { lines, isBody: chosen } = predict(ruled, shown, said, 'balanced');
    const isBody = bodyWithoutCaptions(lines, chosen);
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
