// copydesk's repair beside ftfy and plsfix: the same files, line by line, one thread, in turn, CPU time.
// usage, after a build: node bench/repair.mjs [FILE...] [--rounds 5] [--dist DIST] [--warm 0] [--speed | --shapes]
//   --warm: so many times copydesk repairs a file before the time counts that it takes
// Without files, three are made: English news with curly quotes, many languages, heavily garbled. ftfy (from PyPI) and
// plsfix (from crates.io, where a compiler is) are installed into a folder of their own on the first run.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { texts } from './repair-texts.mjs';

const FTFY = '6.3.1';
const PLSFIX = '0.1.8';
const CARGO = `[package]
name = "plsfix-bench"
version = "0.0.0"
edition = "2021"
[[bin]]
name = "plsfix-bench"
path = "main.rs"
[dependencies]
plsfix = "=${PLSFIX}"
`;

const here = fileURLToPath(new URL('.', import.meta.url));
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    dist: { type: 'string', default: path.join(here, '../dist') },
    warm: { type: 'string', default: '0' },
    speed: { type: 'boolean' },
    shapes: { type: 'boolean' },
  },
});
const home = path.join(tmpdir(), 'copydesk-bench-repair');
fs.mkdirSync(home, { recursive: true });

if (!values.shapes) {
  const tools = {
    copydesk: (file) => run(process.execPath, ['repair-own.mjs', values.dist, file, values.warm]),
  };
  const ftfy = withFtfy();
  if (ftfy) tools.ftfy = (file) => run('python3', ['repair.py', ftfy, file]);
  const plsfix = withPlsfix();
  if (plsfix) tools.plsfix = (file) => run(plsfix, [file]);
  const files = positionals.length > 0 ? positionals : await made();
  for (const file of files) compare(file, tools);
}
if (!values.speed) {
  console.log('twice as much of a hostile shape: CPU time');
  execFileSync(process.execPath, [path.join(here, 'repair-shapes.mjs'), values.dist], {
    stdio: 'inherit',
  });
}

function compare(file, tools) {
  const speeds = new Map(Object.keys(tools).map((name) => [name, []]));
  for (let round = 0; round < Number(values.rounds); round++) {
    for (const [name, speed] of Object.entries(tools)) speeds.get(name).push(Number(speed(file)));
  }
  const own = median(speeds.get('copydesk'));
  const shown = [...speeds].map(([name, list]) => {
    const speed = median(list);
    const times = name === 'copydesk' ? '' : ` (×${(own / speed).toFixed(1)})`;
    return `${name} ${speed.toFixed(1)}${times}`;
  });
  console.log(`${path.basename(file, '.txt')}: ${shown.join(', ')} MB per CPU-second`);
}

async function made() {
  // this build's own tables, so that an older build can be measured on the same texts
  const root = path.join(here, '..');
  const url = pathToFileURL(path.join(root, 'dist/stages/repair/charsets/charsets.js')).href;
  const { decodeTable } = await import(url);
  const all = texts(root, path.join(root, '../shared/bench'), decodeTable);
  return Object.entries(all).map(([name, text]) => {
    const file = path.join(home, `${name}.txt`);
    fs.writeFileSync(file, text);
    return file;
  });
}

function withFtfy() {
  const folder = path.join(home, `ftfy-${FTFY}`);
  if (fs.existsSync(path.join(folder, 'ftfy'))) return folder;
  return tried('ftfy', () => {
    execFileSync('pip', ['install', '--quiet', '--target', folder, `ftfy==${FTFY}`], {
      stdio: 'inherit',
    });
    return folder;
  });
}

function withPlsfix() {
  const folder = path.join(home, `plsfix-${PLSFIX}`);
  const binary = path.join(folder, 'target/release/plsfix-bench');
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'Cargo.toml'), CARGO);
  fs.copyFileSync(path.join(here, 'repair.rs'), path.join(folder, 'main.rs'));
  return tried('plsfix', () => {
    execFileSync('cargo', ['build', '--quiet', '--release'], { cwd: folder, stdio: 'inherit' });
    return binary;
  });
}

/** What installing gives; `null` where it cannot be installed here. */
function tried(name, install) {
  try {
    return install();
  } catch (error) {
    console.log(`${name} is left out: ${error.message.split('\n')[0]}`);
    return null;
  }
}

function run(command, args) {
  return execFileSync(command, args, { encoding: 'utf8', cwd: here }).trim();
}

function median(list) {
  return list.sort((a, b) => a - b)[list.length >> 1];
}
