// Writes assets/body-FORMAT.bin, the weights of the label stage, from fitted models.
// usage: node write.mjs FORMAT OUT FOLD TARGET.bin
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { assetPath, headerOf, writeAsset } from '../assets.mjs';
import { compactForest, forestOf, linearOf } from './packed.mjs';

/** The most that four bits with a sign hold on both sides of 0; train.py rounds to it. */
const MOST_ROOT = 7;

const [format, out, fold, target] = process.argv.slice(2);
const fitted = JSON.parse(readFileSync(`${out}/${format}.${fold}.json`, 'utf8'));
const { words, names = null, blocks, page = null, calibration } = fitted;
const parts = {};

/** Puts the weights of a linear model among the tables; gives what the header says of it. */
function linear(name, packed) {
  if (!packed) return null;
  const { unit, weights } = linearOf(packed);
  parts[name] = Uint8Array.from(
    { length: weights.length / 2 },
    (_, i) => (root(weights[i * 2]) & 15) | ((root(weights[i * 2 + 1]) & 15) << 4),
  );
  return { unit };
}

/** Of a weight as train.py rounds it: a square, or one below 0. */
function root(weight) {
  const found = Math.sign(weight) * Math.sqrt(Math.abs(weight));
  if (!Number.isInteger(found) || Math.abs(found) > MOST_ROOT)
    throw new Error(
      `found a weight of ${weight}, expected squares up to ${MOST_ROOT ** 2}: fit it anew`,
    );
  return found;
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
