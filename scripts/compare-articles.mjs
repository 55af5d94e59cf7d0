// Compares written articles with expected ones, only the keys that the expected files have.
// usage, after a build: node scripts/compare-articles.mjs OUT_FOLDER EXPECTED_FOLDER
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { compare } from '../dist/cli/check/compare.js';

const [out, expected] = process.argv.slice(2);
const json = async (folder, name) => JSON.parse(await readFile(path.join(folder, name), 'utf8'));
const names = (await readdir(expected)).filter((name) => name.endsWith('.json')).sort();
let differing = 0;
for (const name of names) {
  const differences = compare(await json(expected, name), await json(out, name));
  if (differences.length > 0) differing += 1;
  for (const difference of differences) console.log(`${name}: ${JSON.stringify(difference)}`);
}
console.log(`${names.length} articles, ${differing} differ`);
process.exitCode = names.length === 0 || differing > 0 ? 1 : 0;
