import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { lanesFor } from '../../../src/batch/plan/lanes.ts';
import { nameInputs } from '../../../src/batch/plan/named-inputs.ts';
import { planShards } from '../../../src/batch/plan/plan-shards.ts';
import type { Piece, Shard } from '../../../src/batch/plan/shard.ts';
import { contestedKeys, nameKey, rowName } from '../../../src/batch/work/row-names.ts';
import { findInputs } from '../../../src/readers/inputs.ts';
import { folder } from '../../cli/bin.ts';

const MEGABYTE = 1024 * 1024;
const MARKED = /^sub\/a~[0-9a-f]{12}-3$/;
const MARKED_TWICE = /-3~[0-9a-f]{12}-9$/;

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function planOf(root: string) {
  const inputs = nameInputs((await findInputs([root])).files);
  const plan = { from: 'auto', stdin: nothing(), spoolPath: () => '' } as const;
  const shards: Shard[] = [];
  for await (const shard of planShards(inputs, plan)) shards.push(shard);
  return shards;
}

test('small inputs go together, large files of rows are cut, and the order stays', async () => {
  const row = `${JSON.stringify({ text: 'x'.repeat(1000) })}\n`;
  const root = folder({ 'b.ndjson': row.repeat(12_000), 'c.txt': 'c' });
  for (let i = 0; i < 300; i++) fs.writeFileSync(path.join(root, `a${i}.txt`), 'a');
  const shards = await planOf(root);
  expect(shards.map(({ number }) => number)).toEqual(shards.map((_, i) => i));
  expect(shards.map(({ pieces }) => pieces.length)).toEqual([256, 44, 1, 1, 1, 1]);
  expect(shards.map(({ target, isRows }) => (isRows ? target : '-'))).toEqual([
    '-',
    '-',
    'b',
    'b',
    'b',
    '-',
  ]);
  const cut = shards
    .slice(2, 5)
    .map(({ pieces }) => pieces[0]!.split as Extract<Piece['split'], { kind: 'bytes' }>);
  expect(cut[0]!.start).toBe(0);
  expect(cut.slice(1).map(({ start }) => start)).toEqual(cut.slice(0, -1).map(({ end }) => end));
  expect(cut.map(({ first }) => first)).toEqual(cut.map(({ start }) => start / row.length + 1));
  expect(await planOf(root)).toEqual(shards);
});

test('a short run has no thread, and each further one must be worth it', () => {
  const few = lanesFor(undefined, 8);
  expect([0, MEGABYTE, 3 * MEGABYTE, 60 * MEGABYTE, 1e12].map(few)).toEqual([0, 0, 1, 2, 8]);
  expect([MEGABYTE, 3 * MEGABYTE, 1e12].map(lanesFor(1, 8))).toEqual([0, 1, 1]);
  expect([0, 1e12].map(lanesFor(3, 8))).toEqual([3, 3]);
});

test('a row’s name depends on the row and on what others want', () => {
  const piece = { name: 'rows', folder: 'sub' } as Piece;
  const entry = (id: string | null, record: number) =>
    ({
      id,
      record,
      shown: '',
      key: '',
      load: () => ({ content: '', format: 'text' as const, id: '' }),
    }) as const;
  const keys = (...names: string[]) => Float64Array.from(names.map(nameKey));
  const contested = contestedKeys([keys('sub/a', 'sub/b'), keys('SUB/A', 'sub/c', 'sub/a')]);
  expect(contested).toHaveLength(1);
  const nameOf = (id: string | null, record: number) =>
    rowName(entry(id, record), piece, contested);
  expect(nameOf('b', 1)).toBe('sub/b');
  expect(nameOf(null, 7)).toBe('sub/row-7');
  const first = nameOf('a', 3);
  expect(first).toMatch(MARKED);
  expect(new Set([first, nameOf('A', 4), nameOf('a', 5)]).size).toBe(3);
  // What looks like such a name gets one, too.
  expect(nameOf(first.slice(4), 9)).toMatch(MARKED_TWICE);
  const long = nameOf(`${'y'.repeat(400)}`, 1);
  expect(Buffer.byteLength(long)).toBeLessThan(250);
});
