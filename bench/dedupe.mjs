// Compares copydesk with other tools on rows in which it is known what is one: pairwise precision, recall and F1, B-cubed
// F1, rows per CPU-second, memory.
// usage, after a build: node bench/dedupe.mjs ROWS.ndjson [--titles] [--python PYTHON]
// ROWS: {id, title, text, cluster, …}, or rows of bench/dedupe-corpus.mjs, whose ids begin with their cluster.
// PYTHON: with the packages that bench/peers/dedupe.py names; without it, only copydesk is run.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const ARTICLE_TOOLS = [
  ['datasketch', 0.5],
  ['ensemble', 0.6],
  ['rensa', 0.5],
  ['gaoya', 0.5],
  ['tfidf', 0.5],
];
const TITLE_TOOLS = [['rapidfuzz', 99]];
/** Bytes that a tool may print. */
const MOST = 2 ** 30;

const [file, ...flags] = process.argv.slice(2);
const titles = flags.includes('--titles');
const python = flags.includes('--python') ? flags[flags.indexOf('--python') + 1] : null;
const cli = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const peer = fileURLToPath(new URL('peers/dedupe.py', import.meta.url));
const time = fileURLToPath(new URL('dedupe-run.mjs', import.meta.url));

const rows = readFileSync(file, 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));
const gold = new Map(
  rows.map(({ id, cluster }) => [String(id), cluster ?? String(id).split('-')[0]]),
);
const folder = mkdtempSync(path.join(tmpdir(), 'copydesk-bench-'));
try {
  const input = path.join(folder, 'rows.ndjson');
  writeFileSync(
    input,
    rows.map(({ cluster: _, kind: __, ...row }) => `${JSON.stringify(row)}\n`).join(''),
  );
  console.log(`${'tool'.padEnd(12)} threshold      P      R     F1     B3  rows/CPU-s     MB`);
  const own = spawnSync(
    process.execPath,
    [time, cli, 'dedupe', input, '-q', ...(titles ? ['--titles'] : [])],
    {
      encoding: 'utf8',
      maxBuffer: MOST,
    },
  );
  const found = own.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  show('copydesk', '', new Map(found.map(({ id, cluster }) => [id, cluster])), own.stderr);
  for (const [tool, threshold] of python === null ? [] : titles ? TITLE_TOOLS : ARTICLE_TOOLS) {
    const run = spawnSync(python, [peer, tool, input, String(threshold)], {
      encoding: 'utf8',
      maxBuffer: MOST,
    });
    if (run.status !== 0) console.log(`${tool}: ${run.stderr.trimEnd().split('\n').at(-1)}`);
    else
      show(
        tool,
        threshold,
        new Map(
          run.stdout
            .trimEnd()
            .split('\n')
            .map((line) => line.split('\t')),
        ),
        run.stderr,
      );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Prints a line of the table; the last line of `said` has the CPU-seconds and the megabytes. */
function show(name, threshold, clusters, said) {
  const [seconds, megabytes] = said.trimEnd().split('\n').at(-1).split(' ').map(Number);
  const { precision, recall, f1, bcubed } = scoreOf(clusters);
  const shares = [precision, recall, f1, bcubed]
    .map((share) => share.toFixed(4).padStart(6))
    .join(' ');
  const speed = String(Math.round(gold.size / seconds)).padStart(11);
  console.log(
    `${name.padEnd(12)} ${String(threshold).padStart(9)} ${shares} ${speed} ${String(megabytes).padStart(6)}`,
  );
}

function scoreOf(clusters) {
  const pairs = (sizes) => [...sizes.values()].reduce((sum, n) => sum + (n * (n - 1)) / 2, 0);
  const cells = new Map();
  const known = new Map();
  const found = new Map();
  const bump = (map, key) => map.set(key, (map.get(key) ?? 0) + 1);
  const keyOf = (id, cluster) => `${cluster}\t${clusters.get(id) ?? id}`;
  for (const [id, cluster] of gold) {
    bump(known, cluster);
    bump(found, clusters.get(id) ?? id);
    bump(cells, keyOf(id, cluster));
  }
  const precision = pairs(cells) / pairs(found);
  const recall = pairs(cells) / pairs(known);
  let bp = 0;
  let br = 0;
  for (const [id, cluster] of gold) {
    const both = cells.get(keyOf(id, cluster));
    bp += both / found.get(clusters.get(id) ?? id) / gold.size;
    br += both / known.get(cluster) / gold.size;
  }
  const mean = (a, b) => (2 * a * b) / (a + b);
  return { precision, recall, f1: mean(precision, recall), bcubed: mean(bp, br) };
}
