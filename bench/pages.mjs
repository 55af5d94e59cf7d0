// copydesk beside its peers on the same pages: F1, pages per CPU-second, memory, slow pages.
// usage, after a build: node bench/pages.mjs [rows.jsonl.gz] [--fold 0,1] [--rounds 5] [--rows N] [--only name,name]
// rows {id, url?, html, expected_text?, lite?, fold?}; default: the lite rows of the open benchmark beside the project.
// Peers are installed into a folder of their own below the system's temporary one; what cannot be had is left out.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';
import { installPeers } from './peers/install.mjs';

const SLOW = 200;
const root = new URL('../', import.meta.url).pathname;
const official = join(root, '../shared/bench/extract');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    fold: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    rows: { type: 'string' },
    only: { type: 'string' },
  },
});

const file = positionals[0] ?? join(official, 'pages.open.jsonl.gz');
if (!existsSync(file)) {
  console.error(`bench/pages: expected a file of pages, found none at ${file}`);
  process.exit(2);
}
const work = join(tmpdir(), 'copydesk-peers');
mkdirSync(work, { recursive: true });
const pages = choose(readRows(file));
const input = join(work, 'pages.ndjson');
const gold = join(work, 'gold.jsonl.gz');
writeFileSync(
  input,
  pages.map(({ id, url, html }) => `${JSON.stringify({ id, url, html })}\n`).join(''),
);
writeFileSync(gold, gzipSync(pages.map((row) => `${JSON.stringify(row)}\n`).join('')));

const only = values.only?.split(',');
const tools = [
  { name: 'copydesk', command: [process.execPath, join(root, 'bench/peers/copydesk.mjs')] },
  ...installPeers(work, join(root, 'bench/peers')),
].filter(({ name }) => !only || only.includes(name));

const results = new Map(tools.map(({ name }) => [name, []]));
for (let round = 0; round < Number(values.rounds); round++) {
  for (const { name, command } of tools) {
    const out = join(work, `${name.replaceAll(' ', '-')}.jsonl`);
    results.get(name).push({ ...run(command, out), out });
  }
}
console.log(`${pages.length} pages, ${values.rounds} rounds in turn; medians\n`);
console.log(
  line(['', 'F1', 'P', 'R', 'pages/CPU-s', 'peak MB', `over ${SLOW} ms`, 'slowest', 'failed']),
);
for (const { name } of tools) console.log(line(report(name, results.get(name))));

/** Runs a tool over the pages: it writes rows {id, text} and prints {cpu, failed}, milliseconds by page. */
function run([program, ...args], out) {
  const printed = execFileSync(program, [...args, input, out], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return JSON.parse(printed.trim().split('\n').at(-1));
}

function report(name, rounds) {
  const seconds = median(rounds.map(({ cpu }) => sum(cpu) / 1000));
  const perPage = pages.map((_, i) => median(rounds.map(({ cpu }) => cpu[i])));
  const slowest = perPage.indexOf(Math.max(...perPage));
  const over = perPage.filter((ms) => ms > SLOW).length / perPage.length;
  const score = scoreOf(rounds.at(-1).out);
  return [
    name,
    ...['F1', 'P', 'R'].map((field) => score?.[field].toFixed(4) ?? '-'),
    (pages.length / seconds).toFixed(1),
    median(rounds.map(({ peak }) => peak)).toFixed(0),
    `${(100 * over).toFixed(1)} %`,
    `${perPage[slowest].toFixed(0)} ms`,
    rounds.at(-1).failed,
  ];
}

/** Mean over the data sets by the benchmark's own scorer; null where there is none or no gold. */
function scoreOf(predictions) {
  const scorer = join(official, 'score_pages.py');
  if (!existsSync(scorer) || !pages.some((page) => page.expected_text)) return null;
  const out = join(work, 'score.json');
  const args = [scorer, predictions, '--subset', 'all', '--bench', gold, '--json', out];
  execFileSync('python3', args, { stdio: 'ignore' });
  return Object.values(JSON.parse(readFileSync(out, 'utf8')))[0].MEAN;
}

function readRows(path) {
  const bytes = readFileSync(resolve(path));
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter(Boolean)
    .map((row) => JSON.parse(row));
}

/** Lite rows of the folds asked for, thinned out evenly to the number asked for. */
function choose(rows) {
  const folds = values.fold?.split(',');
  const fitting = rows.filter(
    ({ lite, fold }) => lite !== false && (!folds || folds.includes(String(fold))),
  );
  const step = values.rows ? Math.max(1, fitting.length / Number(values.rows)) : 1;
  return fitting.filter(
    (_, i) => Math.floor(i / step) !== Math.floor((i - 1) / step) || step === 1,
  );
}

function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function line(cells) {
  return cells
    .map((cell, i) => (i === 0 ? String(cell).padEnd(24) : String(cell).padStart(12)))
    .join('');
}
