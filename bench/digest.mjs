// Hashes each article, full ledger included, so that a change can be shown to change no output, or only what it means to.
// usage, after a build:
//   node bench/digest.mjs --check            compares the fixtures (the seeds are among them) with quality/digests.txt; prints
//                                            the ids that differ; exit 1 when there are any. `npm run digest` is this
//   node bench/digest.mjs --check --update   accepts the fixtures' digests as they are now; refused where CI is set
//   node bench/digest.mjs rows.ndjson… > before.txt    also of rows {id, text} or {id, html}; the fixtures are always in it
//   node bench/digest.mjs --against before.txt rows.ndjson…   compares; exit 1 when an id differs
// DIST names another build's folder (a URL ending in a slash; default: this one's dist).
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { fixtures, rows } from './inputs.mjs';

const EXPECTED = new URL('../quality/digests.txt', import.meta.url);
const FULL = { ledger: 'full' };
// What the markup gives when all of it is asked for.
const MARKED = { ledger: 'none', html: true, links: 'keep', images: 'keep', captions: 'keep' };
/** Hexadecimal digits kept of a SHA-256: 64 bits, enough for a hundred thousand articles. */
const DIGITS = 16;
/** Ids printed at most; more of them say no more. */
const MOST_SHOWN = 20;

const dist = process.env.DIST ?? new URL('../dist/', import.meta.url).href;
const { createPipeline } = await import(new URL('index.js', dist).href);

const words = process.argv.slice(2);
if (words[0] === '--check') await check(words[1] === '--update');
else await compareRows();

async function compareRows() {
  const against = words[0] === '--against' ? words.splice(0, 2)[1] : null;
  const desk = createPipeline(FULL);
  const inputs = [await fixtures(), ...(await Promise.all(words.map(rows)))].flat();
  const lines = inputs.map((input, i) => `${i}\t${input.id}\t${digestOf(input, [desk])}`);
  if (against === null) console.log(lines.join('\n'));
  else compare(lines, await linesOf(against), against);
}

/** The version and the hash of the configuration are no output: a release does not change every digest. */
async function check(update) {
  if (update && process.env.CI) {
    console.error('--update rewrites expectations and is refused where CI is set');
    process.exitCode = 2;
    return;
  }
  const desks = [FULL, MARKED].map((options) => {
    const { clean } = createPipeline(options);
    return { clean: (input) => ({ ...clean(input), tool: null }) };
  });
  const lines = (await fixtures()).map((input) => `${digestOf(input, desks)} ${input.id}`);
  if (update) await writeFile(EXPECTED, `${lines.join('\n')}\n`);
  else compare(lines, await linesOf(EXPECTED), 'quality/digests.txt');
  if (process.exitCode === 1) console.log('npm run digest -- --update accepts what is wanted');
}

function digestOf(input, desks) {
  const hash = createHash('sha256');
  for (const desk of desks) {
    try {
      hash.update(JSON.stringify(desk.clean(input)));
    } catch (error) {
      hash.update(`${error.code}: ${error.message}`);
    }
  }
  return hash.digest('hex').slice(0, DIGITS);
}

async function linesOf(file) {
  return (await readFile(file, 'utf8')).trimEnd().split('\n');
}

function compare(found, expected, name) {
  const known = new Set(expected);
  const differ = found.filter((line) => !known.has(line));
  if (found.length !== expected.length) differ.push(`${expected.length} rows in ${name}`);
  for (const line of differ.slice(0, MOST_SHOWN)) console.log(line);
  console.log(`${found.length - differ.length} of ${found.length} the same as in ${name}`);
  if (differ.length > 0) process.exitCode = 1;
}
