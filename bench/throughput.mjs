// Megabytes of plain text and pages of HTML per CPU-second, all stages on, one thread.
// usage, after a build: node bench/throughput.mjs [rows.ndjson]   (rows {id, text} or {id, html}; default: seeds and fixtures)
import { readdir, readFile } from 'node:fs/promises';
import { Bench } from 'tinybench';
import { createPipeline } from '../dist/index.js';

const INPUT = /\.(?:txt|html)$/;
const root = new URL('../', import.meta.url);
const desk = createPipeline({ ledger: 'inline' });

async function fixtures() {
  const names = await readdir(new URL('fixtures/', root), { recursive: true });
  const inputs = names.filter((name) => INPUT.test(name)).sort();
  return Promise.all(
    inputs.map(async (name) => ({
      id: name,
      format: name.endsWith('.html') ? 'html' : 'text',
      content: await readFile(new URL(`fixtures/${name}`, root), 'utf8'),
    })),
  );
}

async function rows(file) {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line) => {
    const { id, text, html, url } = JSON.parse(line);
    return {
      id: String(id),
      url,
      format: html === undefined ? 'text' : 'html',
      content: html ?? text,
    };
  });
}

const inputs = process.argv[2] ? await rows(process.argv[2]) : await fixtures();
const bench = new Bench({ time: 2000, warmupIterations: 1, iterations: 3, now: cpuMilliseconds });
for (const format of ['text', 'html']) {
  const chosen = inputs.filter((input) => input.format === format);
  if (chosen.length === 0) continue;
  const megabytes = chosen.reduce((sum, input) => sum + Buffer.byteLength(input.content), 0) / 1e6;
  bench.add(format, () => {
    for (const input of chosen) desk.clean(input);
  });
  bench.getTask(format).opts = { megabytes, articles: chosen.length };
}
await bench.run();
for (const task of bench.tasks) {
  const seconds = task.result.latency.p50 / 1000;
  const { megabytes, articles } = task.opts;
  console.log(
    `${task.name}: ${articles} articles, ${(megabytes / seconds).toFixed(2)} MB and ${(articles / seconds).toFixed(0)} articles per CPU-second`,
  );
}

function cpuMilliseconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
