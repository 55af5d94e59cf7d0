// One case of bench/hostile.mjs: prints {seconds, peak, outcome}. Start-up is not counted, all stages and options are on.
import { readFileSync } from 'node:fs';
import { createPipeline, InputError } from '../dist/index.js';
import { CASES } from './hostile-cases.mjs';

const PEAK = /^VmHWM:\s+(\d+)/m;
const [name, count] = process.argv.slice(2);
const { make, format = 'html' } = CASES[name];
const content = make(Number(count));
const desk = createPipeline({ ledger: 'full', html: true, links: 'keep', images: 'keep' });
desk.clean(
  'A first line\n\nA paragraph that loads what is loaded on first use, so that it is not counted below.',
);
const before = process.cpuUsage();
let outcome;
try {
  const article = desk.clean({ content, format });
  const codes = article.warnings.map(({ code }) => code).join(',');
  outcome = `${article.body.length} blocks${codes === '' ? '' : ` (${codes})`}`;
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  outcome = `${error.code}: ${error.message}`;
}
const { user, system } = process.cpuUsage(before);
const peak = Number(PEAK.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) / 1024;
console.log(JSON.stringify({ seconds: (user + system) / 1e6, peak, outcome }));
