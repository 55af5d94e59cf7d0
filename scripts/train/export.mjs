// Writes what training needs, from the product's own code.
// usage: node export.mjs STEP FORMAT DIST OUT [ROWS.jsonl.gz…]   STEP: read | words | blocks | page
// read: OUT/FORMAT.documents and OUT/FORMAT.rows.jsonl; words: buckets of words and names; blocks: features of each
// block, with words' weights of the row's fold; page: one row a page, with the forest of the row's fold too.

import { once } from 'node:events';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { randomFrom } from '../random.mjs';
import { almostClean, asOneLine, boilerplateOf, withoutBlankLines } from './almost-clean.mjs';
import { documentSink, documentsOf } from './documents.mjs';
import { forestOf, linearOf } from './packed.mjs';
import { createReader, rowsOf } from './read.mjs';
import { holdsScraped, scrapedRows } from './scraped.mjs';
import { ownRows, shortened } from './variants.mjs';

const [step, format, dist, out, ...files] = process.argv.slice(2);
const base = pathToFileURL(`${dist}/`);
const load = (path) => import(new URL(path, base));
const root = fileURLToPath(new URL('../../', import.meta.url));

const sink = (name) => {
  const stream = createWriteStream(`${out}/${format}.${name}`);
  return async (data) => {
    if (!stream.write(data)) await once(stream, 'drain');
  };
};
/** Variants that are made here, on which nothing is measured. */
const MADE = new Set([
  'own',
  'short',
  'clean',
  'cutclean',
  'light',
  'cutlight',
  'teaser',
  'noblank',
  'oneline',
]);
const variantOf = ({ variant }) => variant?.replace(DRAW, '');
const DRAW = /\d+$/;
/**
 * Buckets that hashes of words and of elements' names fall into; powers of two, set by cross-validation: with 65,536 for the
 * words, the benchmark's texts lose a tenth more of their lines, and pages have .003 less of F1.
 */
const BUCKETS = {
  html: { words: 1 << 18, names: 1 << 16 },
  text: { words: 1 << 19, names: 0 },
};
/** Share of rows that are learnt from without their blank lines too. */
const WITHOUT_BLANKS = 0.34;
/** Share of rows that are learnt from as one line too. */
const IN_ONE_LINE = 0.25;
const bytes = (array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength);

if (step === 'read') await readAll();
else await exportAll();

async function readAll() {
  const read = await createReader(base);
  const { locate } = await load('document/positions.js');
  const rows = sink('rows.jsonl');
  const documents = documentSink(`${out}/${format}.documents`);
  const write = async (row) => {
    try {
      const { document, verdicts } = read(row);
      const seen = document.blocks.filter(({ context }) => !context.hidden);
      const measured = !MADE.has(variantOf(row)) && isKnown(row);
      await documents({ id: row.id, fold: row.fold, measured, document, verdicts });
      await rows(`${JSON.stringify({ ...metaOf(row, document, seen, locate), measured })}\n`);
    } catch (error) {
      console.error(`${row.id}: left out, ${error}`);
    }
  };
  const pools = format === 'text' ? await boilerplateOf(files) : null;
  for (const file of files) {
    for await (const row of holdsScraped(file) ? scrapedRows(file) : rowsOf(file)) {
      await write(row);
      if (row.variant !== 'scoped') continue;
      for (const one of madeOf(row, pools)) await write(one);
    }
  }
  for (const row of ownRows(root, format)) await write(row);
  await documents();
}

/** Whether anything is known of a row: its text, some of its lines, or that it holds no article. */
function isKnown({ expected_text, with_, page_type, labels }) {
  return Boolean(expected_text || with_ || page_type || labels);
}

/** Rows made of a benchmark's row that is cut to the article's container. */
function madeOf(row, pools) {
  const cut = [...almostClean(row, pools, root)];
  const some = [row, ...cut].filter(({ id }) => randomFrom(`blank ${id}`)() < WITHOUT_BLANKS);
  const others = [row, ...cut].filter(({ id }) => randomFrom(`line ${id}`)() < IN_ONE_LINE);
  const made = [shortened(row), ...cut, ...some.map(withoutBlankLines), ...others.map(asOneLine)];
  return made.filter(Boolean);
}

function metaOf(row, document, seen, locate) {
  return {
    id: row.id,
    n: seen.length,
    fold: row.fold,
    dataset: row.dataset ?? 'none',
    variant: row.variant,
    lang: row.lang,
    lite: row.lite ?? false,
    title: row.title ?? null,
    expected_text: row.expected_text ?? null,
    with: row.with_ ?? null,
    without: row.without ?? null,
    page_type: row.page_type ?? null,
    texts: seen.map(({ copy }) => copy.text),
    ...labelsOf(row, document, seen, locate),
  };
}

/** The gold labels of a text, and for each block which of them are its own. */
function labelsOf(row, document, seen, locate) {
  if (row.ranges) {
    const labels = seen.map((block) => labelIn(row.ranges, block, document, locate));
    return { labels: labels.join(''), lines: labels.map((_, i) => [i + 1, i + 1]) };
  }
  const lines = format === 'text' && row.labels;
  return {
    labels: row.labels ?? null,
    lines: lines ? seen.map((block) => linesOf(block, document, locate)) : null,
  };
}

/** The label that most of a block of a text in one line has. */
function labelIn(ranges, { offset, copy }, { positions }, locate) {
  const from = locate(positions, offset).column;
  const to = from + copy.source.length;
  const shares = { 0: 0, 1: 0, 2: 0 };
  for (const { start, end, label } of ranges) {
    shares[label] += Math.max(0, Math.min(end, to) - Math.max(start, from));
  }
  return Object.keys(shares).sort((a, b) => shares[b] - shares[a])[0];
}

function linesOf({ offset, copy }, { positions }, locate) {
  const last = offset + copy.source.length - 1;
  return [locate(positions, offset).unit, locate(positions, last).unit];
}

async function exportAll() {
  const { createRead } = await load('stages/read/index.js');
  const { labelledLine } = await load('stages/label/labelled-line.js');
  const { adviceOf } = await load('stages/label/layout/prediction.js');
  const { saidTitles } = await load('stages/label/title/title-in-page.js');
  const { sequenceOf } = await load('stages/label/model/sequence.js');
  const { baseFeatures } = await load('stages/label/model/features/index.js');
  const words = await load('stages/label/model/word-scores.js');
  const { bucketOf } = await load('text/hash.js');
  const model = await load('stages/label/model/index.js');
  const page = await load('stages/label/model/features/page.js');
  const { evaluate, unpackForest } = await load('stages/label/model/forest.js');

  const weightsOf = new Map();
  const weights = (fold) => {
    if (!weightsOf.has(fold)) {
      const packed = JSON.parse(readFileSync(`${out}/${format}.${fold}.json`, 'utf8'));
      weightsOf.set(fold, {
        words: packed.words && linearOf(packed.words),
        names: packed.names && linearOf(packed.names),
        blocks: packed.blocks ? unpackForest(forestOf(packed.blocks)) : null,
      });
    }
    return weightsOf.get(fold);
  };

  const readLines = createRead();
  const write =
    step === 'words'
      ? bucketWriter(words, bucketOf)
      : sheetWriter({ model, page, evaluate, weights });
  for await (const { fold, document, verdicts } of documentsOf(`${out}/${format}.documents`)) {
    const { lines, page } = readLines(document);
    const ruled = lines.map((line, i) => labelledLine(line, verdicts[i]));
    const said = format === 'html' ? saidTitles(ruled, page) : null;
    const sequence = sequenceOf(ruled, page, format === 'html', adviceOf(ruled, said));
    await write(fold, sequence, baseFeatures(sequence));
  }
}

function bucketWriter(words, bucketOf) {
  const buckets = BUCKETS[format];
  writeFileSync(`${out}/${format}.buckets.json`, JSON.stringify(buckets));
  const files = ['words', 'names', 'counts'].map((name) => sink(`${name}.i32`));
  return async (_, sequence, { elements }) => {
    const n = sequence.items.length;
    const text = [];
    const name = [];
    const ends = new Int32Array(n * 2);
    for (let i = 0; i < n; i++) {
      words.textHashes(sequence, i, (hash) => text.push(bucketOf(hash, buckets.words)));
      ends[i * 2] = text.length;
      for (let r = elements?.of[i] ?? -1, k = 0; r >= 0; r = elements.parent[r], k++) {
        const level = k === 0 ? 0 : k <= 2 ? 1 : 2;
        words.nameHashes(elements.list[r], level, (hash) =>
          name.push(bucketOf(hash, buckets.names)),
        );
      }
      ends[i * 2 + 1] = name.length;
    }
    await files[0](bytes(Int32Array.from(text)));
    await files[1](bytes(Int32Array.from(name)));
    await files[2](bytes(ends));
  };
}

function sheetWriter({ model, page, evaluate, weights }) {
  const matrix = sink(`${step}.f32`);
  let names = null;
  return async (fold, sequence, basis) => {
    const learnt = weights(fold);
    model.addScores(sequence, basis, learnt);
    const table = step === 'page' ? pageOf(sequence, basis, learnt) : basis.table;
    if (!names) {
      names = table.names;
      writeFileSync(`${out}/${format}.${step}.columns.json`, JSON.stringify(names));
    }
    const width = table.columns.length;
    const data = new Float32Array(table.rows * width);
    table.columns.forEach((column, k) => {
      for (let i = 0; i < table.rows; i++) data[i * width + k] = column[i];
    });
    await matrix(bytes(data));
  };
  function pageOf(sequence, { table }, { blocks }) {
    return page.pageFeatures(
      sequence,
      table,
      evaluate(blocks, table.names, table.columns, table.rows),
    );
  }
}
