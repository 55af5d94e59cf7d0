// copydesk's repair beside ftfy's on the same files, line by line, five times in turn, CPU time.
// usage, after a build: node bench/repair.mjs FILE... ; plsfix is added when CARGO_BENCH names its binary.
// ftfy is installed from PyPI into a folder of its own on the first run.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repair } from '../dist/stages/repair/index.js';

const files = process.argv.slice(2);
const ROUNDS = 5;
const ftfy = join(tmpdir(), 'copydesk-bench-ftfy');
if (!existsSync(ftfy)) {
  execFileSync('pip', ['install', '--quiet', '--target', ftfy, 'ftfy'], { stdio: 'inherit' });
}
const here = new URL('.', import.meta.url).pathname;
const others = [['ftfy', (file) => Number(run('python3', [`${here}repair.py`, ftfy, file]))]];
if (process.env.CARGO_BENCH)
  others.push(['plsfix', (file) => Number(run(process.env.CARGO_BENCH, [file]))]);

for (const file of files) {
  const speeds = { copydesk: [] };
  for (let round = 0; round < ROUNDS; round++) {
    speeds.copydesk.push(own(file));
    for (const [name, speed] of others) {
      speeds[name] ??= [];
      speeds[name].push(speed(file));
    }
  }
  const shown = Object.entries(speeds).map(([name, list]) => `${name} ${median(list).toFixed(1)}`);
  console.log(`${file}: ${shown.join(', ')} MB per CPU-second`);
}

function own(file) {
  const text = readFileSync(file, 'utf8');
  const lines = text.split('\n');
  const start = process.cpuUsage();
  for (const line of lines) repair(line);
  const { user, system } = process.cpuUsage(start);
  return Buffer.byteLength(text) / (user + system);
}

function run(command, args) {
  return execFileSync(command, args, { encoding: 'utf8' }).trim();
}

function median(list) {
  return list.sort((a, b) => a - b)[list.length >> 1];
}
