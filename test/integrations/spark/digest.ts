import { createHash } from 'node:crypto';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect } from 'vitest';
import { copydesk } from '../../cli/bin.ts';

type Row = Readonly<Record<string, unknown>>;

/** sha256 of Articles: one line each, sorted; of rows that failed, what failed; without the day of a folder. */
function digest(rows: readonly Row[]): string {
  const lines = rows.map(({ source, extra, day: _day, ...row }) => {
    // Counts rows within a file here, and within a task on Spark; a path is where the row stood.
    const { record: _, path: __, ...from } = (source ?? {}) as Record<string, unknown>;
    const kept = typeof extra === 'string' ? JSON.parse(extra) : extra;
    const all = row['error'] ? { id: row['id'], error: row['error'] } : { ...row, source: from };
    return JSON.stringify(canonical(row['error'] ? all : { ...all, extra: kept }));
  });
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}

/** JSON without what is null or absent, keys in order: the same for an Article in JSON and from Parquet. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([, field]) => field !== null && field !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, field]) => [name, canonical(field)]));
}

/** The rows of a folder of Parquet, by whatever it is parted. */
export async function fromParquet(out: string): Promise<Row[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const files = `${out}/**/*.parquet`;
  const query = `SELECT CAST(to_json(t) AS VARCHAR) FROM read_parquet('${files}', hive_partitioning = true, hive_types_autocast = false) AS t`;
  const rows = (await connection.runAndReadAll(query)).getRows();
  connection.closeSync();
  instance.closeSync();
  return rows.map(([json]) => JSON.parse(String(json)));
}

/** What one process makes of inputs below a folder. */
export async function oneProcess(root: string, args: readonly string[]): Promise<Row[]> {
  const { stdout } = await copydesk(['clean', ...args, '--to', 'ndjson', '-q'], { cwd: root });
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Row);
}

/** Expects that a job wrote what one process gives, no row less and none more. */
export async function expectSame(out: string, one: readonly Row[]): Promise<Row[]> {
  const spread = await fromParquet(path.resolve(out));
  expect(spread.length).toBe(one.length);
  expect(digest(spread)).toBe(digest(one));
  return spread;
}
