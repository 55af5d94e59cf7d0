// Reads benchmark rows and takes them through the product's own stages up to the model's features.
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** Rows of a gzipped NDJSON file. */
export async function* rowsOf(path) {
  const input = createReadStream(path).pipe(createGunzip());
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim()) yield JSON.parse(line);
  }
}

/** Makes a function from a row to its document and what the rules say of each block; `dist` is a build's folder. */
export async function createReader(dist) {
  const load = (path) => import(new URL(path, dist));
  const { createDecode } = await load('stages/decode/index.js');
  const { createParse } = await load('stages/parse/index.js');
  const { createBlocks } = await load('stages/blocks/index.js');
  const { createUnescape } = await load('stages/unescape/index.js');
  const { createRepairStage } = await load('stages/repair/stage.js');
  const { createNormalize } = await load('stages/normalize/index.js');
  const { createCut } = await load('stages/cut/index.js');
  const { createRead } = await load('stages/read/index.js');
  const { byLineRules } = await load('stages/label/line-rules/index.js');
  const stages = [
    createDecode(),
    createParse(),
    createBlocks(),
    createUnescape(),
    createRepairStage(),
    createNormalize(),
    createCut(),
  ];
  const readLines = createRead();
  return (row) => {
    const html = row.html !== undefined;
    let document = {
      content: html ? row.html : row.input_text,
      format: html ? 'html' : 'text',
      id: row.id,
      url: row.url ?? undefined,
    };
    for (const stage of stages) document = stage(document);
    const verdicts = byLineRules(readLines(document).lines, html).map((item) => item.verdict);
    // Documents are kept on disk: without the tree, which links each node to its neighbours, and which training needs not.
    return { document: { ...document, tree: null }, verdicts };
  };
}
