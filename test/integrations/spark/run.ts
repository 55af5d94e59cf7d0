import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type TestAPI, test } from 'vitest';
import { copydesk, type Finished } from '../../cli/bin.ts';

// Real Spark: npm run test:spark, with spark-sql in SPARK_HOME or PATH.
const WANTED = process.env['COPYDESK_SPARK'] !== undefined;
const homes = [
  ...(process.env['SPARK_HOME'] ? [path.join(process.env['SPARK_HOME'], 'bin')] : []),
  ...(process.env['PATH'] ?? '').split(path.delimiter),
];
/** The folder of Spark's programs; `null` where there is none, or where it is not wanted. */
export const sparkHome = WANTED
  ? (homes.find((home) => existsSync(path.join(home, 'spark-sql'))) ?? null)
  : null;
if (WANTED && sparkHome === null) {
  process.stderr.write('no spark-sql in SPARK_HOME or PATH: tests of Spark are skipped\n');
}
/** A test that needs Spark. */
export const spark: ReturnType<TestAPI['skipIf']> = test.skipIf(sparkHome === null);

/** Milliseconds that a test may take: a job of few rows takes half a minute of two cores, more where others use them. */
export const LONG = 900_000;

/** Settings of a small job that ends soon: hardly a statement is run twice. */
export const SMALL = settings([
  ...['spark.ui.enabled=false', 'spark.sql.shuffle.partitions=2', 'spark.driver.memory=1g'],
  'spark.driver.extraJavaOptions=-XX:TieredStopAtLevel=1',
  'spark.sql.codegen.wholeStage=false',
]);

/** Settings as arguments. */
export function settings(all: readonly string[]): string[] {
  return all.flatMap((setting) => ['--conf', setting]);
}

/** `copydesk spark` on a small Spark of one process, with two cores. */
export function runLocal(root: string, args: readonly string[]): Promise<Finished> {
  return copydesk(['spark', ...args, '--master', 'local[2]', ...SMALL], { cwd: root });
}

/** Rows of NDJSON; texts as they are. */
export function lines(rows: readonly unknown[]): string {
  return `${rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n')}\n`;
}

/** Writes rows to a folder, in as many files; beside them an empty one. */
export function writeParts(folder: string, rows: readonly unknown[], parts: number): void {
  mkdirSync(folder);
  const size = Math.ceil(rows.length / parts);
  for (let i = 0; i < parts; i++) {
    const part = rows.slice(i * size, (i + 1) * size);
    writeFileSync(path.join(folder, `part-${i}.ndjson`), lines(part));
  }
  writeFileSync(path.join(folder, 'empty.ndjson'), '');
}
