// Runs commands and says what they cost; what Spark's own log says of a job.
import { spawnSync } from 'node:child_process';
import { closeSync, openSync, writeSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Characters that are written at a time, and bytes of a command's last words that are kept. */
const BATCH = 2 ** 20;
const MOST_SAID = 2 ** 28;

export const cli = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** CPU of a shell's command and of all that it started, in seconds, the time that passed, and what its largest process held. */
export function timed(command) {
  const started = performance.now();
  const run = spawnSync('/usr/bin/time', ['-f', '%U %S %M', 'sh', '-c', command], {
    encoding: 'utf8',
    maxBuffer: MOST_SAID,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const seconds = (performance.now() - started) / 1000;
  if (run.status !== 0) throw new Error(`${command}: ${run.stderr}`);
  const [user, system, kilobytes] = run.stderr.trimEnd().split('\n').at(-1).split(' ').map(Number);
  return { cpu: user + system, seconds, megabytes: Math.round(kilobytes / 1024) };
}

export function sum(all) {
  return all.reduce((one, other) => ({
    cpu: one.cpu + other.cpu,
    seconds: one.seconds + other.seconds,
  }));
}

export function show({ cpu, seconds }) {
  return `${cpu.toFixed(1)} s of CPU in ${seconds.toFixed(1)} s`;
}

/** Writes rows as NDJSON, some at a time. */
export async function write(file, rows) {
  const out = openSync(file, 'w');
  let batch = '';
  for await (const row of rows) {
    batch += `${JSON.stringify(row)}\n`;
    if (batch.length < BATCH) continue;
    writeSync(out, batch);
    batch = '';
  }
  writeSync(out, batch);
  closeSync(out);
}

/** Settings as arguments of Spark's programs. */
export function settings(all) {
  return all.map((setting) => `--conf '${setting}'`).join(' ');
}
