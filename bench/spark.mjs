// Figures of the job on Spark, as ratios within one run. Needs spark-sql in SPARK_HOME or PATH, and /usr/bin/time.
// usage, after a build: node bench/spark.mjs overhead [COUNT [ROWS]]   CPU of the job beside that of its filter alone
//                       node bench/spark.mjs executors [COUNT [ROWS]]  one executor on one core, two on two (taskset)
//                       node bench/spark.mjs dedupe [COUNT [ROWS [SIGNED]]]  duplicates among signatures, beside DuckDB
// ROWS: NDJSON with {id, html, …}, repeated with other ids until there are COUNT; without, the fixtures. Of dedupe: what
// dedupe-corpus.mjs writes; SIGNED is a folder that keeps their signatures for the next time.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fixtures } from './inputs.mjs';
import { benchDedupe } from './spark/dedupe.mjs';
import { cli, settings, show, sum, timed, write } from './spark/run.mjs';

/** Pages, and rows of signatures, where nothing else is asked for. */
const PAGES = 2000;
const SIGNED = 100_000;
/** What a task gets: a part of the pages that keeps its filter busy for long against the half second of its start. */
const TASKS = 4;
/** Memory of Spark's one process. */
const MEMORY = '4g';
const LOOPBACK = ['spark.driver.host=127.0.0.1', 'spark.driver.bindAddress=127.0.0.1'];
/** Megabytes of an executor, beside its filter. */
const EXECUTOR_MB = 1024;
const SETTINGS = ['spark.ui.enabled=false', `spark.driver.memory=${MEMORY}`];
const [what, ...args] = process.argv.slice(2);
const folder = mkdtempSync(path.join(tmpdir(), 'copydesk-bench-'));
const at = (name) => path.join(folder, name);
const benches = { overhead, executors, dedupe };
try {
  if (benches[what] === undefined) throw new Error(`expected one of ${Object.keys(benches)}`);
  await benches[what](...args);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function overhead(count = PAGES, rows = undefined) {
  // Twice as many pages tell what a page costs from what Spark's start does.
  const [few, many] = [Number(count), 2 * Number(count)];
  const alone = [];
  const job = [];
  for (const [i, n] of [few, many].entries()) {
    const input = await pages(`in-${i}.ndjson`, n, rows);
    // As many filters as Spark starts.
    const filters = readdirSync(input).map((name) =>
      timed(`node ${cli} clean - --from ndjson --to ndjson -q < ${path.join(input, name)}`),
    );
    alone.push(sum(filters));
    job.push(spark(input, `out-${i}`, 'local[1]'));
    console.log(
      `${n} pages  filter alone ${show(alone[i])}, ${(n / alone[i].cpu).toFixed(1)} pages per CPU-second`,
    );
    console.log(`${n} pages  job on Spark  ${show(job[i])}`);
  }
  const slope = (found) => ((found[1].cpu - found[0].cpu) / few) * 1000;
  const [filter, all] = [slope(alone), slope(job)];
  console.log(
    `of each further page: filter ${filter.toFixed(1)} ms of CPU, job ${all.toFixed(1)} ms: ${((all / filter - 1) * 100).toFixed(0)} % more`,
  );
  console.log(
    `Spark's start and planning: ${(job[0].cpu - (all * few) / 1000).toFixed(0)} s of CPU`,
  );
}

async function executors(count = PAGES, rows = undefined) {
  const input = await pages('in.ndjson', Number(count), rows);
  // An executor is a process of its own, with a core; each of them has a core of the machine, and Spark's driver shares them.
  const [one, two] = [1, 2].map((n) => {
    const pinned = `taskset -c ${n === 1 ? '0' : '0,1'} `;
    const found = spark(input, `out-${n}`, `local-cluster[${n},1,${EXECUTOR_MB}]`, pinned);
    console.log(`${count} pages  ${n} executors of one core  ${show(found)}`);
    return found;
  });
  console.log(
    `two against one: ${(one.seconds / two.seconds).toFixed(2)} times as fast, ${(two.cpu / one.cpu).toFixed(2)} times the CPU`,
  );
}

function dedupe(count = SIGNED, rows = undefined, signed = undefined) {
  return benchDedupe(at, SETTINGS, Number(count), rows, signed);
}

/** Writes pages as a folder of rows, a file for each task. */
async function pages(name, count, rows) {
  const all =
    rows === undefined
      ? (await fixtures()).map(({ id, format, content }) => ({ id, [format]: content }))
      : readFileSync(rows, 'utf8')
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line));
  mkdirSync(at(name));
  const part = function* (task) {
    for (let i = task; i < count; i += TASKS) {
      const { id, html, text, url } = all[i % all.length];
      yield { id: `${id} ${i}`, html, text, url };
    }
  };
  for (let task = 0; task < TASKS; task++)
    await write(path.join(at(name), `${task}.ndjson`), part(task));
  return at(name);
}

/** Runs the job. @param before what a shell is to put before it */
function spark(input, out, master, before = '') {
  const all = [...SETTINGS, ...LOOPBACK, 'spark.sql.files.openCostInBytes=134217728'];
  return timed(
    `${before}node ${cli} spark --in ${input} --from ndjson -o ${at(out)} --master '${master}' ${settings(all)}`,
  );
}
