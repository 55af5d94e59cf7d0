// How dedupe grows: CPU-seconds, memory, and precision and recall of what bench/dedupe-corpus.mjs planted.
// usage, after a build: node bench/dedupe-scale.mjs ROWS.ndjson… [-- OPTIONS of copydesk dedupe…]
// ROWS: as bench/dedupe-corpus.mjs writes them, for example of 100000, 1000000 and 3000000 rows
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** What two numbers of clusters are parted by in one key: there are fewer rows. */
const PARTED = 2 ** 26;

const cli = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const time = fileURLToPath(new URL('dedupe-run.mjs', import.meta.url));
const args = process.argv.slice(2);
const end = args.includes('--') ? args.indexOf('--') : args.length;
const options = args.slice(end + 1);

console.log('      rows   CPU-s  rows/CPU-s     MB       P       R      F1');
for (const rows of args.slice(0, end)) {
  const child = spawn(process.execPath, [time, cli, 'dedupe', rows, '-q', ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const closed = once(child, 'close');
  const score = await scoreOf(createInterface({ input: child.stdout }));
  const [code] = await closed;
  if (code !== 0) throw new Error(said);
  const [seconds, megabytes] = said.trimEnd().split('\n').at(-1).split(' ').map(Number);
  const numbers = [score.rows, seconds.toFixed(1), Math.round(score.rows / seconds), megabytes];
  const shares = [score.precision, score.recall, score.f1].map((share) => share.toFixed(4));
  const widths = [10, 8, 12, 7, 8, 8, 8];
  console.log([...numbers, ...shares].map((one, i) => String(one).padStart(widths[i])).join(''));
}

/** Of pairs of rows: what was found and what was planted, which stands in the id before its dash. */
async function scoreOf(lines) {
  const numbers = new Map();
  const numberOf = (name) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  };
  const [both, known, found] = [new Map(), new Map(), new Map()];
  const bump = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  let rows = 0;
  for await (const line of lines) {
    const { id, cluster } = JSON.parse(line);
    const [planted, told] = [numberOf(id.split('-')[0]), numberOf(cluster)];
    bump(known, planted);
    bump(found, told);
    bump(both, planted * PARTED + told);
    rows += 1;
  }
  const pairs = (sizes) => [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const precision = pairs(both) / pairs(found);
  const recall = pairs(both) / pairs(known);
  return { rows, precision, recall, f1: (2 * precision * recall) / (precision + recall) };
}
