// Figures of batch runs, as ratios within one run: workers, memory, start-up, and beside datatrove.
// usage, after a build: node bench/batch.mjs workers ROWS.ndjson [COUNT]   one worker and two, on COUNT rows (default 20000)
//                       node bench/batch.mjs memory [COUNT…]               peak memory on so many small articles (default 10000 100000)
//                       node bench/batch.mjs start                         CPU of --version and of one small file beside node's own
//                       node bench/batch.mjs datatrove ROWS.ndjson PYTHON [COUNT]
// ROWS: {id, html, …}, repeated with other ids until there are COUNT. PYTHON: with the packages of bench/peers/datatrove.txt.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Rows of a bench that takes its time. */
const COUNT = 20_000;
/** Runs of which the least is taken where a run is short. */
const TRIES = 5;
const SMALL =
  'Storm closes the bridge\n\nThe bridge was closed on Monday after a storm, the council of the town said.';

const cli = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const peer = fileURLToPath(new URL('peers/rows-with-datatrove.py', import.meta.url));
const [what, ...args] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'copydesk-bench-'));
const benches = { workers, memory, start, datatrove };
try {
  if (benches[what] === undefined) throw new Error(`expected one of ${Object.keys(benches)}`);
  benches[what](...args);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function workers(rows, count = COUNT) {
  const input = repeated(rows, Number(count));
  console.log(`${cpus().length} cores, ${count} rows`);
  const [one, two] = [1, 2].map((n) => {
    const out = path.join(folder, `out-${n}`);
    const found = clean([input, '--to', 'ndjson', '-o', out, '-q', '--workers', String(n)]);
    console.log(`${n} workers  ${show(found, count)}`);
    return found;
  });
  console.log(
    `two against one: ${(one.seconds / two.seconds).toFixed(2)} times as fast, ${(two.cpu / one.cpu).toFixed(2)} times the CPU`,
  );
}

function memory(...counts) {
  for (const count of counts.length > 0 ? counts : [10_000, 100_000]) {
    const input = path.join(folder, `${count}.ndjson`);
    write(input, Number(count), (i) => ({ id: `story-${i}`, text: SMALL }));
    for (const to of ['json', 'ndjson']) {
      const out = path.join(folder, `out-${count}-${to}`);
      const found = clean([input, '--to', to, '-o', out, '-q', '--workers', '1']);
      console.log(`${count} articles, -o with ${to}: ${show(found, count)}`);
      rmSync(out, { recursive: true, force: true });
    }
  }
}

function start() {
  const input = path.join(folder, 'small.txt');
  writeSync(openSync(input, 'w'), SMALL);
  const least = (command) => {
    const tries = Array.from({ length: TRIES }, () => measured(process.execPath, command).cpu);
    return Math.min(...tries) * 1000;
  };
  const [node, version, one] = [
    ['-e', '0'],
    [cli, '--version'],
    [cli, 'clean', input, '-q'],
  ].map(least);
  console.log(
    `node ${node.toFixed(0)} ms, --version ${version.toFixed(0)} ms (${(version / node).toFixed(2)} times), one small file ${one.toFixed(0)} ms of CPU`,
  );
}

function datatrove(rows, python, count = COUNT) {
  // Before minutes are spent on rows: what is missing is said in one line.
  const found = spawnSync(python, ['-c', 'import datatrove, ftfy, trafilatura'], {
    encoding: 'utf8',
  });
  if (found.status !== 0) {
    const why = found.error?.message ?? found.stderr.trimEnd().split('\n').at(-1);
    throw new Error(`expected a Python with what bench/peers/datatrove.txt names: ${why}`);
  }
  const input = repeated(rows, Number(count));
  const own = clean([
    input,
    '--to',
    'ndjson',
    '-o',
    path.join(folder, 'own'),
    '-q',
    '--workers',
    '1',
  ]);
  console.log(`copydesk   ${show(own, count)}`);
  const theirs = measured(python, [peer, input, path.join(folder, 'theirs')]);
  console.log(`datatrove  ${show(theirs, count)}`);
  console.log(`copydesk: ${(theirs.cpu / own.cpu).toFixed(2)} times the articles per CPU-second`);
}

function clean(options) {
  return measured(process.execPath, [cli, 'clean', ...options]);
}

/** CPU and clock in seconds, peak memory in MB, of a process and those that it started. */
function measured(command, options) {
  const started = performance.now();
  const run = spawnSync('/usr/bin/time', ['-f', '%U %S %M', command, ...options], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const seconds = (performance.now() - started) / 1000;
  if (run.status !== 0) throw new Error(`${command} ${options.join(' ')}: ${run.stderr}`);
  const [user, system, peak] = run.stderr.trimEnd().split('\n').at(-1).split(' ').map(Number);
  return { seconds, cpu: user + system, megabytes: peak / 1024 };
}

function show({ seconds, cpu, megabytes }, count) {
  return `${seconds.toFixed(1)} s, ${cpu.toFixed(1)} s of CPU, ${(count / cpu).toFixed(1)} articles/CPU-s, ${megabytes.toFixed(0)} MB`;
}

/** A file with the rows of another one again and again, each with an id of its own. */
function repeated(rows, count) {
  const lines = readFileSync(rows, 'utf8').trimEnd().split('\n');
  const input = path.join(folder, 'rows.ndjson');
  write(input, count, (i) => ({ ...JSON.parse(lines[i % lines.length]), id: `row-${i}` }));
  return input;
}

function write(file, count, rowOf) {
  const descriptor = openSync(file, 'w');
  for (let i = 0; i < count; i++) writeSync(descriptor, `${JSON.stringify(rowOf(i))}\n`);
  closeSync(descriptor);
}
