// Writes assets/gram-weights.bin: how much two tokens that follow each other say, by how many articles hold them, for
// finding duplicates. Counted are the open halves of the benchmarks (articles once for each cluster, whole pages once
// for each site, by language), and what stands in boilerplate: lines that are labelled so, phrases of data/languages.
// usage: node scripts/tables/gram-weights.mjs BENCHMARKS [--without-templates]
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { assetPath, digestOf, writeAsset } from '../assets.mjs';
import { importTs } from '../generate/import-ts.mjs';

const { createDraft } = await importTs('dedupe/sign/draft');
const { draftArticle } = await importTs('dedupe/sign/draft-article');
const { FULL_WEIGHT, tableOf, weightOfShare } = await importTs('dedupe/weights/gram-weights');

/** Articles or sites that must hold a gram for it to be counted. */
const MIN_COUNT = 3;
/** Articles without the gram that each language is given beside its own, so that small ones are not believed too much. */
const DOUBT = 100;
/** A gram is boilerplate where so many sites have it in boilerplate, and so many times as many as have it in articles. */
const MIN_SITES = 2;
const TIMES = 3;
const BOILERPLATE = '0';
const ARTICLE = '1';
const GAP = /[{}…]/;
const TEMPLATE = /^hn-|template/;

const [folder] = process.argv.slice(2);
const isLeft = process.argv.includes('--without-templates')
  ? ({ kind }) => !TEMPLATE.test(kind)
  : () => true;
const docsFile = path.join(folder, 'dedup/docs.open.jsonl.gz');
const textsFile = path.join(folder, 'extract/texts.open.jsonl.gz');
const docs = rowsOf(docsFile).filter(isLeft);
const pages = rowsOf(textsFile).filter(({ variant }) => variant === 'full');

const draft = createDraft();
const everything = () => FULL_WEIGHT;
/** The grams of a text. */
function gramsOf(text) {
  draftArticle(text, draft, everything);
  return draft.grams.subarray(0, draft.gramCount);
}

const counts = new Map();
for (const group of groups(docs, ({ cluster }) => cluster))
  count(
    'en',
    group.map(({ text }) => text),
  );
for (const group of groups(pages, ({ lang, site }) => `${lang} ${site}`)) {
  count(
    group[0].lang.slice(0, 2),
    group.map((row) => row.input_text),
  );
}
const weights = new Map();
for (const { articles, grams } of counts.values()) {
  for (const [gram, n] of grams) {
    if (n < MIN_COUNT) continue;
    const weight = weightOfShare((n - 1) / (articles + DOUBT));
    weights.set(gram, Math.min(weight, weights.get(gram) ?? FULL_WEIGHT));
  }
}
for (const gram of boilerplate()) weights.set(gram, 0);
const { counts: buckets, entries } = tableOf(weights);
writeAsset(assetPath('gram-weights.bin'), {
  maker: 'node scripts/tables/gram-weights.mjs BENCHMARKS',
  from: { docs: digestOf(readFileSync(docsFile)), texts: digestOf(readFileSync(textsFile)) },
  parts: { counts: buckets, entries },
});
console.log(`${entries.length} grams of ${weights.size}`);

/** Counts the grams of some texts once. */
function count(language, texts) {
  if (!counts.has(language)) counts.set(language, { articles: 0, grams: new Map() });
  const found = counts.get(language);
  found.articles += 1;
  for (const gram of new Set(texts.flatMap((text) => [...gramsOf(text)]))) {
    found.grams.set(gram, (found.grams.get(gram) ?? 0) + 1);
  }
}

/** Grams that stand in boilerplate and hardly in articles. */
function boilerplate() {
  const sites = { [BOILERPLATE]: new Map(), [ARTICLE]: new Map() };
  for (const { input_text: text, labels, site } of pages) {
    for (const [i, line] of text.split('\n').entries()) {
      const found = sites[labels[i]];
      if (found === undefined) continue;
      for (const gram of gramsOf(line)) {
        if (!found.has(gram)) found.set(gram, new Set());
        found.get(gram).add(site);
      }
    }
  }
  const grams = new Set(phrases().flatMap((phrase) => [...gramsOf(phrase)]));
  for (const [gram, { size }] of sites[BOILERPLATE]) {
    const inArticles = sites[ARTICLE].get(gram)?.size ?? 0;
    if (size >= MIN_SITES + TIMES * inArticles) grams.add(gram);
  }
  return grams;
}

/** The whole phrases of all languages. */
function phrases() {
  const languages = fileURLToPath(new URL('../../data/languages/', import.meta.url));
  return readdirSync(languages).flatMap((file) => {
    const { labels } = JSON.parse(readFileSync(path.join(languages, file), 'utf8'));
    return Object.values(labels)
      .flatMap((origins) => Object.values(origins).flat())
      .filter((phrase) => !GAP.test(phrase));
  });
}

function rowsOf(file) {
  const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => JSON.parse(line));
}

/** Rows by a key, in the order in which the keys are met. */
function groups(rows, keyOf) {
  const found = new Map();
  for (const row of rows) {
    const key = keyOf(row);
    if (found.has(key)) found.get(key).push(row);
    else found.set(key, [row]);
  }
  return [...found.values()];
}
