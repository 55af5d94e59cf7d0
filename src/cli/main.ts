#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { createWriter } from '../io/writer.ts';

// Most runs are over before what the optimizing compiler does pays: with its defaults (67584 and 920) it takes half
// of the CPU of the first hundred pages. Later and with less inlining, they cost a third less, and later ones no more.
// Measured on Node 20; other engines name and weigh their flags otherwise.
const COMPILER = process.versions.v8.startsWith('11.3.')
  ? ['--interrupt-budget=540000', '--max-inlined-bytecode-size-cumulative=300']
  : [];

const args = process.argv.slice(2);
const end = args.indexOf('--');
const options = end < 0 ? args : args.slice(0, end);

if (options.includes('--version') || options.includes('-v')) {
  const file = new URL('../../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  const out = createWriter(process.stdout, 'standard output');
  try {
    await out.write(`${version}\n`);
    await out.flush();
  } catch (error) {
    const { name, message } = error as Error;
    if (name !== 'ClosedPipe') {
      process.stderr.write(`copydesk: ${message}\n`);
      process.exitCode = 2;
    }
  }
} else {
  for (const flag of COMPILER) setFlagsFromString(flag);
  const { main } = await import('./run.ts');
  process.exit(await main(args));
}
