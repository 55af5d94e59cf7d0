import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

interface Labels {
  readonly id: string;
  readonly removed?: Readonly<Record<string, string>>;
  readonly parts?: Readonly<Record<string, readonly (readonly [string, number, number])[]>>;
}

const all = readFileSync(
  new URL('../../scripts/train/scraped-labels.jsonl', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Labels);
const script = new URL('../../scripts/train/scraped.mjs', import.meta.url).href;
const RANGES = /^\d+(?:-\d+)?(?:,\d+(?:-\d+)?)*$/;

test('each text stands once, with ranges of lines and parts in order', () => {
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  for (const { removed = {}, parts = {} } of all) {
    for (const ranges of Object.values(removed)) expect(ranges).toMatch(RANGES);
    for (const pieces of Object.values(parts)) {
      const ends = pieces.flatMap(([, start, end]) => [start, end]);
      expect(ends).toEqual([...ends].sort((a, b) => a - b));
    }
  }
});

test('a text has a label a line, and is in the fold of its repository', async () => {
  const labels = all.find(({ removed }) => Object.values(removed ?? {}).includes('2'))!;
  const path = join(mkdtempSync(join(tmpdir(), 'scraped-')), 'unlabelled.jsonl.gz');
  const text = 'One\nTwo\n\nFour\nFive';
  const { scrapedRows } = await import(script);
  const rows = [labels.id, 'not labelled'].map((id) => JSON.stringify({ id, repo: 'a/b', text }));
  writeFileSync(path, gzipSync(rows.join('\n')));
  const found: { labels: string; fold: number }[] = [];
  for await (const row of scrapedRows(path)) found.push(row);
  expect(found).toHaveLength(1);
  expect(found[0]!.labels).toHaveLength(5);
  expect(found[0]!.labels[1]).toBe('0');
  expect(found[0]!.labels[2]).toBe('2');
  // The first four bytes of SHA-256 of the repository's name, by five.
  expect(found[0]!.fold).toBe(2);
});
