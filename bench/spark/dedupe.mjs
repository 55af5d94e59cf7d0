// Duplicates among signatures that are there already: Spark's statements beside DuckDB inside one process.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createDeduper } from '../../dist/index.js';
import { rowsOf } from '../dedupe-corpus.mjs';
import { readEvents } from './events.mjs';
import { cli, settings, show, timed, write } from './run.mjs';

/** What stands in the job before the search for duplicates, and behind it. */
const SEARCH = '-- Texts with the same words are one;';
const BEHIND = '-- Writes what came of it';
const SIGNED_TYPE =
  'row BIGINT, id STRING, day BIGINT, length BIGINT, identity BIGINT, keys ARRAY<BIGINT>, signature STRING, words STRING, cut BOOLEAN, prefix BOOLEAN, titleLength BIGINT';
const SECOND = 1e6;

/**
 * Compares both.
 *
 * @param at gives a path in a folder that is removed at the end
 * @param own settings of Spark
 * @param rows file of {id, title, text, date}; without, those of `dedupe-corpus.mjs`
 * @param signed folder where the signatures are kept as Parquet for the next time, and read where they are
 */
export async function benchDedupe(at, own, count, rows, signed = at('signed')) {
  const input = rows ?? at('rows.ndjson');
  if (rows === undefined) await write(input, rowsOf(count));
  if (!existsSync(path.join(signed, '_SUCCESS'))) await sign(at, own, input, count, signed);
  const duckdb = await byDuckdb(input, count, at('duckdb.ndjson'));
  console.log(`${count} rows  DuckDB, from signatures ${show(duckdb)}`);
  const spark = bySpark(at, own, signed);
  console.log(
    `${count} rows  Spark, from signatures ${show(spark)}, ${(spark.cpu - duckdb.cpu).toFixed(0)} s of CPU more than DuckDB, ${spark.megabytes} MB`,
  );
  console.log(await readEvents(at('events')));
  console.log(`clusters: ${(await sameClusters(at)) ? 'the same' : 'DIFFERENT'}`);
}

/** CPU and time from the moment on in which all rows are signed. */
async function byDuckdb(input, count, out) {
  let started = performance.now();
  let before = process.cpuUsage();
  async function* rows() {
    yield* numbered(input, count);
    started = performance.now();
    before = process.cpuUsage();
  }
  const results = [];
  for await (const { id, cluster } of createDeduper({ engine: 'duckdb' }).run(rows())) {
    results.push({ id, cluster });
  }
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - started) / 1000;
  await write(out, results);
  return { cpu: (user + system) / SECOND, seconds };
}

/** Signs all rows, as the job does, and keeps the answers as Parquet. */
async function sign(at, own, input, count, signed) {
  await write(at('numbered.ndjson'), numbered(input, count));
  const found = timed(
    `node ${cli} dedupe - --step sign < ${at('numbered.ndjson')} > ${at('signed.ndjson')}`,
  );
  console.log(`${count} rows  signing ${show(found)}`);
  const from = `SELECT from_json(value, '${SIGNED_TYPE}', map('maxStringLen', '268435456')) AS s FROM text.\`${at('signed.ndjson')}\``;
  const table = `CREATE TABLE signed USING parquet LOCATION '${signed}' AS SELECT s.* FROM (${from});\n`;
  sql(at, own, table);
  rmSync(at('signed.ndjson'));
  rmSync(at('numbered.ndjson'));
}

/** Rows of a file with their numbers. */
async function* numbered(input, count) {
  let row = 0;
  for await (const line of createInterface({ input: createReadStream(input) })) {
    if (row === count) return;
    yield { row: row++, ...JSON.parse(line) };
  }
}

/** Runs the statements of the job that search, over the signatures. */
function bySpark(at, own, signed) {
  const args = ['--in', 'none.ndjson', '-o', 'none', '--dedupe', 'articles', '--print'];
  const { stdout } = spawnSync('node', [cli, 'spark', ...args], { encoding: 'utf8' });
  const search = stdout.slice(stdout.indexOf(SEARCH), stdout.indexOf(BEHIND));
  if (!search.startsWith(SEARCH)) throw new Error('expected the search for duplicates in the job');
  mkdirSync(at('events'));
  return sql(
    at,
    [
      ...own,
      'spark.eventLog.enabled=true',
      'spark.eventLog.compress=false',
      `spark.eventLog.dir=${at('events')}`,
    ],
    `CREATE TEMPORARY VIEW signed USING parquet OPTIONS (path '${signed}');
${search}
INSERT OVERWRITE DIRECTORY '${at('members')}' USING json SELECT s.id, m.cluster FROM member AS m JOIN signed AS s ON s.row = m.row;
`,
  );
}

/** Runs statements on two cores. */
function sql(at, own, statements) {
  writeFileSync(at('job.sql'), statements);
  const all = [
    ...own,
    ...['spark.driver.host=127.0.0.1', 'spark.driver.bindAddress=127.0.0.1'],
    ...['spark.sql.catalogImplementation=in-memory', `spark.sql.warehouse.dir=${at('work')}`],
    ...['spark.sql.legacy.createHiveTableByDefault=false', 'spark.sql.sources.default=parquet'],
    'spark.sql.variable.substitute=false',
  ];
  return timed(`spark-sql --master 'local[2]' ${settings(all)} -f ${at('job.sql')}`);
}

/** Whether Spark and DuckDB put the same rows together. */
async function sameClusters(at) {
  const members = readdirSync(at('members')).filter((name) => name.endsWith('.json'));
  const spark = await lines(members.map((name) => path.join(at('members'), name)));
  return spark === (await lines([at('duckdb.ndjson')]));
}

/** Rows with their clusters, in an order of their own, as a digest. */
async function lines(files) {
  const all = [];
  for (const file of files) {
    for await (const { id, cluster } of numbered(file)) all.push(`${id} ${cluster}`);
  }
  return createHash('sha256').update(all.sort().join('\n')).digest('hex');
}
