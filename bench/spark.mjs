// Figures of the job on Spark, as ratios within one run. Needs spark-sql in SPARK_HOME or PATH, and /usr/bin/time.
// usage, after a build: node bench/spark.mjs overhead [COUNT [ROWS]]   CPU of the job beside that of its filter alone
//                       node bench/spark.mjs executors [COUNT [ROWS]]  one core of Spark and two
//                       node bench/spark.mjs dedupe [COUNT]            duplicates among signatures, beside DuckDB
// ROWS: NDJSON with {id, html, …}, repeated with other ids until there are COUNT; without, the fixtures.
import { spawnSync } from 'node:child_process';
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { rowsOf } from './dedupe-corpus.mjs';
import { fixtures } from './inputs.mjs';

/** Pages, and rows of signatures, where nothing else is asked for. */
const PAGES = 2000;
const SIGNED = 100_000;
/** What a task gets: a part of the pages that keeps its filter busy for long against the half second of its start. */
const TASKS = 4;
/** Memory of Spark's one process. */
const MEMORY = '4g';
const SETTINGS = ['spark.ui.enabled=false', `spark.driver.memory=${MEMORY}`];
/** What stands in the job before the search for duplicates, and behind it. */
const SEARCH = '-- Texts with the same words are one;';
const BEHIND = '-- Writes what came of it';
const SIGNED_TYPE =
  'row BIGINT, id STRING, day BIGINT, length BIGINT, identity BIGINT, keys ARRAY<BIGINT>, signature STRING, words STRING, cut BOOLEAN, prefix BOOLEAN, titleLength BIGINT';

const cli = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
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
  console.log(`${cpus().length} cores, ${count} pages`);
  const [one, two] = [1, 2].map((n) => {
    const found = spark(input, `out-${n}`, `local[${n}]`);
    console.log(`${n} cores  ${show(found)}`);
    return found;
  });
  console.log(
    `two against one: ${(one.seconds / two.seconds).toFixed(2)} times as fast, ${(two.cpu / one.cpu).toFixed(2)} times the CPU`,
  );
}

function dedupe(count = SIGNED) {
  write(at('rows.ndjson'), rowsOf(Number(count)));
  const duckdb = timed(
    `node ${cli} dedupe ${at('rows.ndjson')} --engine duckdb -q > ${at('duckdb.ndjson')}`,
  );
  const numbered = function* () {
    let row = 0;
    for (const one of rowsOf(Number(count))) yield { row: row++, ...one };
  };
  write(at('numbered.ndjson'), numbered());
  const sign = timed(
    `node ${cli} dedupe - --step sign < ${at('numbered.ndjson')} > ${at('signed.ndjson')}`,
  );
  console.log(
    `${count} rows  DuckDB ${show(duckdb)}, of which reading and signing ${sign.cpu.toFixed(0)}`,
  );
  const command = [
    cli,
    'spark',
    '--in',
    'none.ndjson',
    '-o',
    'none',
    '--dedupe',
    'articles',
    '--print',
  ];
  const { stdout } = spawnSync('node', command, { encoding: 'utf8', cwd: folder });
  const search = stdout.slice(stdout.indexOf(SEARCH), stdout.indexOf(BEHIND));
  if (!search.startsWith(SEARCH)) throw new Error('expected the search for duplicates in the job');
  const job = `CREATE TABLE signed USING parquet AS SELECT s.* FROM (SELECT from_json(value, '${SIGNED_TYPE}', map('maxStringLen', '268435456')) AS s FROM text.\`${at('signed.ndjson')}\`);
${search}
INSERT OVERWRITE DIRECTORY '${at('members')}' USING json SELECT s.id, m.cluster FROM member AS m JOIN signed AS s ON s.row = m.row;
`;
  writeFileSync(at('job.sql'), job);
  mkdirSync(at('events'));
  const settings = [
    ...SETTINGS,
    ...['spark.eventLog.enabled=true', `spark.eventLog.dir=${at('events')}`],
    ...['spark.driver.host=127.0.0.1', 'spark.driver.bindAddress=127.0.0.1'],
    ...['spark.sql.catalogImplementation=in-memory', `spark.sql.warehouse.dir=${at('work')}`],
    ...['spark.sql.legacy.createHiveTableByDefault=false', 'spark.sql.sources.default=parquet'],
    'spark.sql.variable.substitute=false',
  ].map((setting) => `--conf ${setting}`);
  const found = timed(`spark-sql --master 'local[2]' ${settings.join(' ')} -f ${at('job.sql')}`);
  console.log(
    `${count} rows  Spark, from signatures ${show(found)}: ${(found.cpu - (duckdb.cpu - sign.cpu)).toFixed(0)} s of CPU more than DuckDB`,
  );
  console.log(events(at('events')));
  console.log(`clusters: ${sameClusters() ? 'the same' : 'DIFFERENT'}`);
}

/** What Spark's own log says of all tasks together. */
function events(log) {
  const total = { shuffled: 0, spilled: 0, results: 0, largest: 0, tasks: 0 };
  const read = (place) => {
    for (const line of readFileSync(place, 'utf8').split('\n')) {
      if (!line.includes('"SparkListenerTaskEnd"')) continue;
      const metrics = JSON.parse(line)['Task Metrics'] ?? {};
      total.tasks += 1;
      total.shuffled += metrics['Shuffle Write Metrics']?.['Shuffle Bytes Written'] ?? 0;
      total.spilled += metrics['Disk Bytes Spilled'] ?? 0;
      total.results += metrics['Result Size'] ?? 0;
      total.largest = Math.max(total.largest, metrics['Result Size'] ?? 0);
    }
  };
  for (const name of readdirSync(log, { recursive: true })) {
    if (name.includes('events') || name.includes('local-')) {
      try {
        read(path.join(log, name));
      } catch (error) {
        if (error.code !== 'EISDIR') throw error;
      }
    }
  }
  const mb = (bytes) => `${(bytes / 1e6).toFixed(1)} MB`;
  return `${total.tasks} tasks: ${mb(total.shuffled)} shuffled, ${mb(total.spilled)} spilled; to the driver ${mb(total.results)}, at most ${(total.largest / 1e3).toFixed(0)} KB a task`;
}

/** Whether Spark and DuckDB put the same rows together. */
function sameClusters() {
  const rows = (text) =>
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line));
  const lines = (all) =>
    all
      .map(({ id, cluster }) => `${id} ${cluster}`)
      .sort()
      .join('\n');
  const parts = readdirSync(at('members')).filter((name) => name.endsWith('.json'));
  const members = parts.flatMap((name) =>
    rows(readFileSync(path.join(at('members'), name), 'utf8')),
  );
  return lines(members) === lines(rows(readFileSync(at('duckdb.ndjson'), 'utf8')));
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
  for (let task = 0; task < TASKS; task++) write(path.join(at(name), `${task}.ndjson`), part(task));
  return at(name);
}

function spark(input, out, master) {
  const settings = [...SETTINGS, 'spark.sql.files.openCostInBytes=134217728'].map(
    (setting) => `--conf ${setting}`,
  );
  return timed(
    `node ${cli} spark --in ${input} --from ndjson -o ${at(out)} --master '${master}' ${settings.join(' ')}`,
  );
}

function write(file, rows) {
  const out = openSync(file, 'w');
  for (const row of rows) writeSync(out, `${JSON.stringify(row)}\n`);
  closeSync(out);
}

/** CPU of a shell's command and of all that it started, and the time that passed. */
function timed(command) {
  const started = performance.now();
  const run = spawnSync('/usr/bin/time', ['-f', '%U %S', 'sh', '-c', command], {
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const seconds = (performance.now() - started) / 1000;
  if (run.status !== 0) throw new Error(`${command}: ${run.stderr}`);
  const [user, system] = run.stderr.trimEnd().split('\n').at(-1).split(' ').map(Number);
  return { cpu: user + system, seconds };
}

function sum(all) {
  return all.reduce((one, other) => ({
    cpu: one.cpu + other.cpu,
    seconds: one.seconds + other.seconds,
  }));
}

function show({ cpu, seconds }) {
  return `${cpu.toFixed(1)} s of CPU in ${seconds.toFixed(1)} s`;
}
