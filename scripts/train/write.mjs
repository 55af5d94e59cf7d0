// Writes assets/body-FORMAT.bin, the weights of the label stage, from fitted models.
// usage: node write.mjs FORMAT OUT FOLD TARGET.bin
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { assetPath, headerOf, writeAsset } from '../assets.mjs';
import { compactForest, compactLinear, forestOf, linearOf } from './packed.mjs';

const [format, out, fold, target] = process.argv.slice(2);
const fitted = JSON.parse(readFileSync(`${out}/${format}.${fold}.json`, 'utf8'));
const { words, names = null, blocks, page = null, calibration } = fitted;
const parts = {};

/** Puts the weights of a linear model among the tables; gives what the header says of it. */
function linear(name, packed) {
  if (!packed) return null;
  const { unit, weights } = linearOf(packed);
  parts[name] = compactLinear(weights);
  return { unit };
}

/** The same for a forest. */
function forest(name, packed) {
  if (!packed) return null;
  const { values, tables } = compactForest(forestOf(packed));
  for (const [table, numbers] of Object.entries(tables)) parts[`${name}:${table}`] = numbers;
  return values;
}

/** The digest of the rows that export.mjs wrote. */
async function rowsDigest() {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(`${out}/${format}.rows.jsonl`)) hash.update(chunk);
  return hash.digest('hex').slice(0, 16);
}

const values = {
  words: linear('words', words),
  names: linear('names', names),
  blocks: forest('blocks', blocks),
  page: forest('page', page),
  calibration,
};
writeAsset(target, {
  maker: 'npm run train',
  from: {
    rows: process.env.ROWS_DIGEST ?? (await rowsDigest()),
    phrases: headerOf(assetPath('built/phrases.bin')).from.phrases,
  },
  values,
  parts,
});
