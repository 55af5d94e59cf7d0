import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { createDeduper } from '../../src/batch/dedupe/deduper.ts';
import { copydesk, folder } from '../cli/bin.ts';
import { someRows } from './rows.ts';

vi.setConfig({ testTimeout: 120_000 });

const SCRIPT = path.resolve(import.meta.dirname, '../../integrations/duckdb/articles.mjs');

test('Articles are loaded, counted, deduplicated and exported', async () => {
  const rows = [...someRows(40).map((row) => JSON.stringify(row)), 'no row'];
  const { stdout } = await copydesk(['clean', '-', '--from', 'ndjson', '--to', 'ndjson', '-q'], {
    input: rows.join('\n'),
  });
  const root = folder({ 'articles.ndjson': stdout });
  const run = (input: string, output: string) =>
    JSON.parse(
      execFileSync(process.execPath, [SCRIPT, input, output], { cwd: root, encoding: 'utf8' }),
    );
  const found = run('articles.ndjson', 'kept.parquet');
  const articles = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ error }) => !error);
  let kept = 0;
  for await (const { duplicateOf } of createDeduper().run(
    articles.map(({ id, text, published }) => ({ id, text, date: published?.value })),
  )) {
    if (duplicateOf === null) kept += 1;
  }
  expect(kept).toBeLessThan(35);
  expect(found).toEqual({
    languages: expect.arrayContaining([{ language: 'en', articles: expect.any(Number) }]),
    failures: [{ code: 'not-json', rows: 1 }],
    exported: { articles: kept, of: 40 },
  });
  // Its own Parquet is an input again.
  expect(run('kept.parquet', 'again.parquet').exported).toEqual({ articles: kept, of: kept });
});
