// Cleans a fold's almost clean texts with the command of a build that holds the fold's weights.
// usage: node clean-light.mjs BUILD LIGHT.jsonl.gz FOLD OUT.jsonl
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { rowsOf } from './read.mjs';

const [build, light, fold, out] = process.argv.slice(2);
const flags = ['clean', '-', '--from', 'ndjson', '--to', 'ndjson', '--ledger', 'inline'];
const desk = spawn(process.execPath, [join(build, 'dist/cli/main.js'), ...flags], {
  stdio: ['pipe', 'pipe', 'ignore'],
});
const ended = once(desk, 'exit');
await Promise.all([
  pipeline(Readable.from(inputs()), desk.stdin),
  pipeline(desk.stdout, createWriteStream(out)),
]);
await ended;

async function* inputs() {
  for await (const row of rowsOf(light)) {
    if (String(row.fold) !== fold) continue;
    yield `${JSON.stringify({ id: row.id, text: row.input_text })}\n`;
  }
}
