// Megabytes of plain text and pages of HTML per CPU-second, all stages on, one thread; and how many inputs take long.
// usage, after a build: node bench/throughput.mjs [rows.ndjson…]   (rows {id, text} or {id, html}; default: seeds and fixtures)
// BASE names another build's folder (a URL that ends in a slash): both are run in turn, so that their ratio says
// something on a machine that has other work to do.
import { Bench } from 'tinybench';
import { fixtures, rows } from './inputs.mjs';

const SLOW = 200;
const here = new URL('../dist/', import.meta.url).href;
const builds = [['this', here], ...(process.env.BASE ? [['base', process.env.BASE]] : [])];
const desks = await Promise.all(
  builds.map(async ([name, url]) => {
    const { createPipeline } = await import(new URL('index.js', url).href);
    return { name, desk: createPipeline({ ledger: 'inline' }) };
  }),
);
const files = process.argv.slice(2);
const inputs = files.length > 0 ? (await Promise.all(files.map(rows))).flat() : await fixtures();
const bench = new Bench({ time: 2000, warmupIterations: 1, iterations: 3, now: cpuMilliseconds });

const tasks = ['text', 'html'].flatMap((format) => {
  const chosen = inputs.filter((input) => input.format === format);
  if (chosen.length === 0) return [];
  const megabytes = chosen.reduce((sum, input) => sum + Buffer.byteLength(input.content), 0) / 1e6;
  return desks.map(({ name, desk }) => {
    const least = new Map();
    bench.add(`${format}, ${name}`, () => {
      for (const input of chosen) {
        const start = cpuMilliseconds();
        desk.clean(input);
        const took = cpuMilliseconds() - start;
        least.set(input, Math.min(took, least.get(input) ?? took));
      }
    });
    return { task: bench.getTask(`${format}, ${name}`), megabytes, articles: chosen.length, least };
  });
});
await bench.run();
for (const { task, megabytes, articles, least } of tasks) {
  const seconds = task.result.latency.p50 / 1000;
  const slow = [...least.values()].filter((took) => took > SLOW).length;
  const [slowest, longest] = [...least].reduce((a, b) => (b[1] > a[1] ? b : a));
  console.log(
    `${task.name}: ${articles} articles, ${(megabytes / seconds).toFixed(2)} MB and ${(articles / seconds).toFixed(0)} articles per CPU-second; ` +
      `${((100 * slow) / articles).toFixed(1)} % over ${SLOW} ms, slowest ${longest.toFixed(0)} ms (${slowest.id})`,
  );
}
const resident = process.resourceUsage().maxRSS / 1024;
console.log(`at most ${resident.toFixed(0)} MB of memory`);

function cpuMilliseconds() {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
