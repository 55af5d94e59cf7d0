import { expect, test, vi } from 'vitest';
import { createDeduper } from '../../src/batch/dedupe/deduper.ts';
import type { DedupeResult, DedupeRow } from '../../src/dedupe/row.ts';

vi.setConfig({ testTimeout: 120_000 });

const COUNT = 2000;
const corpus = new URL('../../bench/dedupe-corpus.mjs', import.meta.url).href;
const { rowsOf } = (await import(corpus)) as {
  rowsOf: (count: number, seed: number) => Iterable<DedupeRow>;
};
const rows = [...rowsOf(COUNT, 3)];
const clusterOf = (id: string): string => id.split('-')[0]!;

async function resultsOf(
  options: Parameters<typeof createDeduper>[0],
  of = rows,
): Promise<DedupeResult[]> {
  const results: DedupeResult[] = [];
  for await (const result of createDeduper(options).run(of)) results.push(result);
  return results;
}

const byMemory = await resultsOf({});

test('what was planted is found, and nothing else', () => {
  const sizes = new Map<string, number>();
  for (const { id } of rows) sizes.set(clusterOf(id), (sizes.get(clusterOf(id)) ?? 0) + 1);
  let wrong = 0;
  let missed = 0;
  for (const { id, cluster, clusterSize } of byMemory) {
    if (clusterOf(cluster) !== clusterOf(id)) wrong += 1;
    if (clusterSize < sizes.get(clusterOf(id))!) missed += 1;
  }
  expect(wrong).toBe(0);
  expect(missed / COUNT).toBeLessThan(0.01);
});

test('the order of the rows makes no difference', async () => {
  const turned = await resultsOf({}, [...rows].reverse());
  expect(turned.reverse()).toEqual(byMemory);
});

test('DuckDB gives the same clusters', async () => {
  expect(await resultsOf({ engine: 'duckdb' })).toEqual(byMemory);
});

test('little memory gives the same clusters', async () => {
  expect(await resultsOf({ memory: 64 * 1024 })).toEqual(byMemory);
});
