// Writes what training needs, from the product's own code.
// usage: node export.mjs STEP FORMAT DIST OUT ROWS.jsonl.gz…   STEP: words | first | second | page
// words: OUT/FORMAT.rows.jsonl and buckets of words and names; first: the first model's features, with words' weights
// of the row's fold; second: the second model's features, with words and first forest of the row's fold;
// page: one row a page, with all of these.

import { once } from 'node:events';
import { createWriteStream, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { createReader, rowsOf } from './read.mjs';

const [step, format, dist, out, ...files] = process.argv.slice(2);
const base = pathToFileURL(`${dist}/`);
const load = (path) => import(new URL(path, base));
const read = await createReader(base);
const words = await load('stages/label/model/words.js');
const model = await load('stages/label/model/index.js');
const page = await load('stages/label/model/page.js');
const { evaluate, unpackForest } = await load('stages/label/model/forest.js');
const { locate } = await load('stages/blocks/linear.js');

const sink = (name) => {
  const stream = createWriteStream(`${out}/${format}.${name}`);
  return async (data) => {
    if (!stream.write(data)) await once(stream, 'drain');
  };
};
const bytes = (array) => Buffer.from(array.buffer, array.byteOffset, array.byteLength);
const keep = (row) => format === 'text' || row.expected_text || row.with_ || row.page_type;

const weightsOf = new Map();
function weights(fold) {
  if (!weightsOf.has(fold)) {
    const packed = JSON.parse(readFileSync(`${out}/${format}.${fold}.json`, 'utf8'));
    const linear = (one) =>
      one && { weights: Int8Array.from(Buffer.from(one.data, 'base64')), unit: one.unit };
    weightsOf.set(fold, {
      words: linear(packed.words),
      names: linear(packed.names),
      first: packed.first ? unpackForest(packed.first) : null,
      second: packed.second ? unpackForest(packed.second) : null,
    });
  }
  return weightsOf.get(fold);
}

const rows = step === 'words' ? sink('rows.jsonl') : null;
const wordIndices = step === 'words' ? sink('words.i32') : null;
const nameIndices = step === 'words' ? sink('names.i32') : null;
const counts = step === 'words' ? sink('counts.i32') : null;
const matrix = step === 'words' ? null : sink(`${step}.f32`);
let names = null;
for (const file of files) {
  for await (const row of rowsOf(file)) {
    if (!keep(row)) continue;
    let read_;
    try {
      read_ = read(row);
    } catch (error) {
      if (step === 'words') console.error(row.id, String(error));
      continue;
    }
    const { document, sequence, basis } = read_;
    if (step === 'words') await writeWords(row, document, sequence, basis);
    else await writeFeatures(row, sequence, basis);
  }
}
if (names) writeFileSync(`${out}/${format}.${step}.columns.json`, JSON.stringify(names));

async function writeWords(row, document, sequence, { elements }) {
  const n = sequence.items.length;
  const text = [];
  const name = [];
  const ends = new Int32Array(n * 2);
  for (let i = 0; i < n; i++) {
    words.textBuckets(sequence, i, (bucket) => text.push(bucket));
    ends[i * 2] = text.length;
    for (let r = elements?.of[i] ?? -1, k = 0; r >= 0; r = elements.parent[r], k++) {
      const level = k === 0 ? 0 : k <= 2 ? 1 : 2;
      words.nameBuckets(elements.list[r], level, (bucket) => name.push(bucket));
    }
    ends[i * 2 + 1] = name.length;
  }
  await wordIndices(bytes(Int32Array.from(text)));
  await nameIndices(bytes(Int32Array.from(name)));
  await counts(bytes(ends));
  const texts = sequence.items.map(({ block }) => block.copy.text);
  const meta = {
    id: row.id,
    n,
    html: sequence.html,
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
    labels: row.labels ?? null,
    clean: row.clean ?? null,
    texts,
    rules: sequence.items.map(
      ({ verdict }) => verdict && [verdict.label, verdict.rule, verdict.certainty],
    ),
    range: [sequence.start, sequence.end],
    at: sequence.title,
    lines:
      format === 'text'
        ? sequence.items.map(({ block }) => {
            const first = locate(document.positions, block.offset).unit;
            const last = locate(
              document.positions,
              block.offset + block.copy.source.length - 1,
            ).unit;
            return [first, last];
          })
        : null,
  };
  const hidden = read_hidden(document);
  await rows(`${JSON.stringify({ ...meta, hidden })}\n`);
}

function read_hidden(document) {
  return document.blocks.filter((b) => b.context.hidden).map((b) => b.copy.text.slice(0, 400));
}

async function writeFeatures(row, sequence, basis) {
  const learnt = weights(row.fold);
  model.addScores(sequence, basis, learnt);
  if (step !== 'first') model.addFirst(sequence, basis, learnt);
  const sheet = step === 'page' ? pageOf(sequence, basis, learnt) : basis.sheet;
  names ??= sheet.names;
  const width = sheet.columns.length;
  const data = new Float32Array(sheet.rows * width);
  sheet.columns.forEach((column, k) => {
    for (let i = 0; i < sheet.rows; i++) data[i * width + k] = column[i];
  });
  await matrix(bytes(data));
}

function pageOf(sequence, { sheet }, { second }) {
  return page.pageSheet(sequence, evaluate(second, sheet.names, sheet.columns, sheet.rows));
}
