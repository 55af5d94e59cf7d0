import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, vi } from 'vitest';
import { copydesk, folder } from '../cli/bin.ts';
import { someRows } from './rows.ts';
import { expectSame, oneProcess } from './spark/digest.ts';
import { LONG, lines, runLocal, SMALL, spark, writeParts } from './spark/run.ts';

vi.setConfig({ testTimeout: LONG });

const BAD = ['no row', '{"id":"x"}', '{"id":"n","text":5}'];

spark.each([1, 2, 4])('%i partitions give what one process gives, bad rows too', async (parts) => {
  const rows = [...someRows(197), ...BAD];
  const root = folder({ 'all.ndjson': lines(rows) });
  writeParts(path.join(root, 'in.ndjson'), rows, parts);
  const { code, stderr } = await copydesk(
    [
      ...['spark', '--in', 'in.ndjson', '-o', 'out', '--dedupe', 'titles,articles'],
      ...['--master', `local[${Math.min(2, parts)}]`, ...SMALL],
      ...['--conf', `spark.sql.files.minPartitionNum=${parts}`],
    ],
    { cwd: root },
  );
  expect(code, stderr).toBe(0);
  const one = await oneProcess(root, ['all.ndjson', '--dedupe', 'titles,articles']);
  const spread = await expectSame(path.join(root, 'out'), one);
  expect(new Set(spread.map(({ cluster }) => cluster)).size).toBeLessThan(150);
  expect(spread.filter(({ error }) => error).length).toBe(BAD.length);
  expect(existsSync(path.join(root, 'out-work'))).toBe(false);
});

spark('a filter that is missing ends the job with a message, and nothing is written', async () => {
  const root = folder({ 'in.ndjson': lines(someRows(3)) });
  const job = ['--in', 'in.ndjson', '-o', 'out', '--filter', 'no-such-desk'];
  const { code, stderr } = await runLocal(root, job);
  expect(code).toBe(2);
  expect(stderr).toContain('no-such-desk');
  expect(existsSync(path.join(root, 'out'))).toBe(false);
});
