// Measures the build in dist/ on the sample.
import {
  denseTexts,
  digestOf,
  fixtures,
  garbledBodies,
  measuredPart,
  namelessPages,
  repairCases,
} from './sample.mjs';

const WORD = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}]|[\p{L}\p{M}\p{N}]+/gu;
const CASES = [
  'lines.json',
  'articles.json',
  'articles-mixed.json',
  'untouched.json',
  'quoted.json',
  'articles-about.json',
];

/**
 * All figures, each 0 to 1, and the digest of the data of each group of figures.
 *
 * @param library what dist/index.js exports
 * @returns `{figures: {'fixtures/title': 1, …}, data: {articles: '<sha256>', repair: '<sha256>'}}`
 */
export async function measure({ createPipeline, repair }) {
  const all = await fixtures();
  const { clean } = createPipeline();
  const nameless = namelessPages(all);
  const dense = denseTexts(all);
  const cases = await repairCases(...CASES);
  const garbled = garbledBodies(all);
  const repaired = (text) => repair(text).text;
  const isMet = ({ input, expected }) => repaired(input) === expected;
  const restored = ({ garbled: text, lines }) => repaired(text.join('\n')) === lines.join('\n');
  return {
    figures: {
      ...named('fixtures', articleFigures(all, clean)),
      ...named('nameless-pages', articleFigures(nameless, clean)),
      ...named('dense-texts', articleFigures(dense, clean)),
      'repair/cases-repaired': share(cases.filter(isDamaged), isMet),
      'repair/cases-untouched': share(
        cases.filter((one) => !isDamaged(one)),
        isMet,
      ),
      'repair/bodies-restored': share(garbled, restored),
      'repair/bodies-untouched': share(garbled, ({ lines }) => {
        const text = lines.join('\n');
        return repaired(text) === text;
      }),
    },
    data: {
      articles: digestOf([all, nameless, dense].map((group) => group.map(measuredPart))),
      repair: digestOf([cases, garbled]),
    },
  };
}

function isDamaged({ input, expected }) {
  return input !== expected;
}

/** Words of the body that were rightly kept and found, and fields that are exactly as expected. */
function articleFigures(all, clean) {
  const pairs = all.map(({ content, format, name, expected }) => ({
    expected,
    actual: clean({ content, format, id: name }),
  }));
  const bodies = pairs.map(({ expected, actual }) => wordFigures(expected.body, actual.body));
  return {
    'body-precision': mean(bodies.map(({ precision }) => precision)),
    'body-recall': mean(bodies.map(({ recall }) => recall)),
    title: share(pairs, ({ expected, actual }) => expected.title === actual.title),
    authors: share(pairs, ({ expected, actual }) => same(expected.authors, actual.authors)),
    published: share(
      pairs,
      ({ expected, actual }) => expected.published?.value === actual.published?.value,
    ),
  };
}

/** Precision and recall of the words of a body, repeated words counted as often as they stand there. */
function wordFigures(expected = [], actual) {
  const left = new Map();
  const wanted = wordsOf(expected);
  const found = wordsOf(actual);
  for (const word of wanted) left.set(word, (left.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of found) {
    const count = left.get(word) ?? 0;
    if (count === 0) continue;
    left.set(word, count - 1);
    common += 1;
  }
  return {
    precision: found.length === 0 ? 1 : common / found.length,
    recall: wanted.length === 0 ? 1 : common / wanted.length,
  };
}

function wordsOf(body) {
  return body.flatMap(({ text }) => text.match(WORD) ?? []);
}

function same(expected = [], actual) {
  return JSON.stringify(expected.map(nameAndKind)) === JSON.stringify(actual.map(nameAndKind));
}

function nameAndKind({ name, kind }) {
  return [name, kind];
}

function share(items, test) {
  return mean(items.map((item) => (test(item) ? 1 : 0)));
}

function mean(values) {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function named(group, figures) {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [`${group}/${name}`, value]),
  );
}
