import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test, vi } from 'vitest';
import { copydesk, folder } from '../cli/bin.ts';
import { someRows } from './rows.ts';

// Real Spark in local mode: npm run test:spark, with spark-sql in SPARK_HOME or PATH.
vi.setConfig({ testTimeout: 900_000 });

const wanted = process.env['COPYDESK_SPARK'] !== undefined;
const homes = [
  ...(process.env['SPARK_HOME'] ? [path.join(process.env['SPARK_HOME'], 'bin')] : []),
  ...(process.env['PATH'] ?? '').split(path.delimiter),
];
const found = homes.some((home) => existsSync(path.join(home, 'spark-sql')));
if (wanted && !found) {
  process.stderr.write('no spark-sql in SPARK_HOME or PATH: tests of Spark are skipped\n');
}
const spark = test.skipIf(!(wanted && found));

const SMALL = [
  ...['spark.ui.enabled=false', 'spark.sql.shuffle.partitions=2', 'spark.driver.memory=1g'],
  'spark.driver.bindAddress=127.0.0.1',
  // Ends sooner: hardly a statement is run twice.
  'spark.driver.extraJavaOptions=-XX:TieredStopAtLevel=1',
  'spark.sql.codegen.wholeStage=false',
].flatMap((setting) => ['--conf', setting]);
const BAD = ['no row', '{"id":"x"}', '{"id":"n","text":5}'];

/** JSON without what is null or absent, keys in order: the same for an Article in JSON and from Parquet. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, field]) => field !== null && field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, field]) => [name, canonical(field)]));
}

/** One line an Article, sorted; of rows that failed, what failed. */
function digest(rows: readonly Record<string, unknown>[]): string {
  const lines = rows.map(({ source, extra, ...row }) => {
    // Counts rows within a file here, and within a task on Spark.
    const { record: _, ...from } = (source ?? {}) as Record<string, unknown>;
    const kept = typeof extra === 'string' ? JSON.parse(extra) : extra;
    const all = row['error'] ? { id: row['id'], error: row['error'] } : { ...row, source: from };
    return JSON.stringify(canonical(row['error'] ? all : { ...all, extra: kept }));
  });
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

async function fromParquet(out: string): Promise<Record<string, unknown>[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const files = `${out}/**/*.parquet`;
  const query = `SELECT CAST(to_json(t) AS VARCHAR) FROM read_parquet('${files}', hive_partitioning = false) AS t`;
  const rows = (await connection.runAndReadAll(query)).getRows();
  connection.closeSync();
  instance.closeSync();
  return rows.map(([json]) => JSON.parse(String(json)));
}

function lines(rows: readonly unknown[]): string {
  return `${rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n')}\n`;
}

spark.each([1, 2, 4])('%i partitions give what one process gives, bad rows too', async (parts) => {
  const rows = [...someRows(197), ...BAD];
  const root = folder({ 'all.ndjson': lines(rows) });
  mkdirSync(path.join(root, 'in.ndjson'));
  const size = Math.ceil(rows.length / parts);
  for (let i = 0; i < parts; i++) {
    writeFileSync(
      path.join(root, 'in.ndjson', `part-${i}.ndjson`),
      lines(rows.slice(i * size, (i + 1) * size)),
    );
  }
  // An empty partition.
  writeFileSync(path.join(root, 'in.ndjson', 'empty.ndjson'), '');
  const alone = await copydesk(
    ['clean', 'all.ndjson', '--to', 'ndjson', '--dedupe', 'titles,articles', '-q'],
    { cwd: root },
  );
  const articles = alone.stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const one = articles.map((article) => ({
    ...article,
    ...(article['error'] ? {} : { source: { ...(article['source'] as object), path: null } }),
  }));
  const { code, stderr } = await copydesk(
    [
      ...['spark', '--in', 'in.ndjson', '-o', 'out', '--dedupe', 'titles,articles'],
      ...['--master', `local[${Math.min(2, parts)}]`, ...SMALL],
      ...['--conf', `spark.sql.files.minPartitionNum=${parts}`],
    ],
    { cwd: root },
  );
  expect(code, stderr).toBe(0);
  const spread = await fromParquet(path.join(root, 'out'));
  expect(spread.length).toBe(rows.length);
  expect(new Set(spread.map(({ cluster }) => cluster)).size).toBeLessThan(150);
  expect(spread.filter(({ error }) => error).length).toBe(BAD.length);
  expect(digest(spread)).toBe(digest(one));
  expect(existsSync(path.join(root, 'out-work'))).toBe(false);
});

spark('a filter that is missing ends the job with a message, and nothing is written', async () => {
  const root = folder({ 'in.ndjson': lines(someRows(3)) });
  const { code, stderr } = await copydesk(
    ['spark', '--in', 'in.ndjson', '-o', 'out', '--filter', 'no-such-desk', ...SMALL],
    { cwd: root },
  );
  expect(code).toBe(2);
  expect(stderr).toContain('no-such-desk');
  expect(existsSync(path.join(root, 'out', '_SUCCESS'))).toBe(false);
});
