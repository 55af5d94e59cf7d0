#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { cacheCompiled, tuneCompiler } from './compiler.ts';
import { tooOldNode } from './node-version.ts';
import { createStandardOutput } from './terminal/standard-output.ts';

const args = process.argv.slice(2);
const end = args.indexOf('--');
const options = end < 0 ? args : args.slice(0, end);

if (options.includes('--version') || options.includes('-v')) {
  const file = new URL('../../package.json', import.meta.url);
  const { version } = JSON.parse(readFileSync(file, 'utf8')) as { version: string };
  const out = createStandardOutput();
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
  const complaint = tooOldNode(process.versions.node, process.execPath);
  if (complaint !== null) {
    process.stderr.write(`copydesk: ${complaint}\n`);
    process.exit(2);
  }
  tuneCompiler();
  cacheCompiled();
  const { main } = await import('./run.ts');
  process.exit(await main(args));
}
