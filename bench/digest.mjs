// Hashes each article, full ledger included, so that a change for speed can be shown to change nothing else.
// usage, after a build: node bench/digest.mjs rows.ndjson… > before.txt   (rows {id, text} or {id, html}; the fixtures are always in it)
//                       node bench/digest.mjs --against before.txt rows.ndjson…   (prints the ids that differ; exit 1 when there are any)
// DIST names another build's folder (a URL ending in a slash; default: this one's dist).
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fixtures, rows } from './inputs.mjs';

const dist = process.env.DIST ?? new URL('../dist/', import.meta.url).href;
const { createPipeline } = await import(new URL('index.js', dist).href);
const desk = createPipeline({ ledger: 'full' });

const words = process.argv.slice(2);
const against = words[0] === '--against' ? words.splice(0, 2)[1] : null;
const inputs = [await fixtures(), ...(await Promise.all(words.map(rows)))].flat();
const lines = inputs.map((input, i) => `${i}\t${input.id}\t${digestOf(input)}`);
if (against === null) console.log(lines.join('\n'));
else await compare(lines, against);

function digestOf(input) {
  const hash = createHash('sha256');
  try {
    hash.update(JSON.stringify(desk.clean(input)));
  } catch (error) {
    hash.update(`${error.code}: ${error.message}`);
  }
  return hash.digest('hex').slice(0, 16);
}

async function compare(found, file) {
  const expected = (await readFile(file, 'utf8')).trimEnd().split('\n');
  const differ = found.filter((line, i) => line !== expected[i]);
  if (found.length !== expected.length) differ.push(`${expected.length} rows in ${file}`);
  for (const line of differ.slice(0, 20)) console.log(line);
  console.log(`${found.length - differ.length} of ${found.length} the same as in ${file}`);
  if (differ.length > 0) process.exitCode = 1;
}
