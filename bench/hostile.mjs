// Hostile input: CPU time at n and 2n for pages that have broken parsers and extractors; linear is a factor of about 2.
// usage, after a build: node bench/hostile.mjs [share] [part of a case's name]   (share of the full sizes, default 1)
import { spawnSync } from 'node:child_process';
import { CASES } from './hostile-cases.mjs';

const share = Number(process.argv[2] ?? 1);
const wanted = process.argv[3] ?? '';
const runner = new URL('hostile-run.mjs', import.meta.url).pathname;
const TIMEOUT = 300_000;
const MOST_GROWTH = 3;

let bad = 0;
console.log('case'.padEnd(40), 'n', 'CPU s at n', 'at 2n', 'factor', 'peak MB', 'outcome');
for (const [name, { size }] of Object.entries(CASES)) {
  if (!name.includes(wanted)) continue;
  const n = Math.max(1, Math.round((size * share) / 2));
  const [one, two] = [n, 2 * n].map((count) => run(name, count));
  const factor = two.seconds / one.seconds;
  const fine = one.ok && two.ok && (factor < MOST_GROWTH || two.seconds < 1);
  bad += fine ? 0 : 1;
  const numbers = [
    one.seconds.toFixed(2),
    two.seconds.toFixed(2),
    factor.toFixed(1),
    two.peak.toFixed(0),
  ];
  console.log(name.padEnd(40), n, ...numbers, two.outcome, fine ? '' : '<- not fine');
}
process.exitCode = bad > 0 ? 1 : 0;

/** A case in a process of its own, so that one that dies or hangs is seen as such. */
function run(name, count) {
  const { stdout, stderr, status, signal } = spawnSync(
    process.execPath,
    [runner, name, String(count)],
    {
      encoding: 'utf8',
      timeout: TIMEOUT,
    },
  );
  if (status === 0) return { ok: true, ...JSON.parse(stdout) };
  const outcome = signal ?? stderr.trim().split('\n').at(-1);
  return { ok: false, seconds: Number.NaN, peak: Number.NaN, outcome };
}
