import { expect, test } from 'vitest';
import { createInTurn } from '../../../src/batch/engine/in-turn.ts';

test('bytes come in the order of shards, whatever the order in which they are made', async () => {
  const written: string[] = [];
  const inTurn = createInTurn(async (bytes) => {
    written.push(Buffer.from(bytes).toString());
  });
  await inTurn.take(2, Buffer.from('c1'));
  await inTurn.take(1, Buffer.from('b1'));
  await inTurn.finish(2);
  await inTurn.take(0, Buffer.from('a1'));
  expect(written).toEqual(['a1']);
  await inTurn.finish(0);
  expect(written).toEqual(['a1', 'b1']);
  await inTurn.take(1, Buffer.from('b2'));
  await inTurn.finish(1);
  expect(written).toEqual(['a1', 'b1', 'b2', 'c1']);
  inTurn.close();
});

test('what waits beyond 32 MB is put on the disk, and comes back as it was', async () => {
  const size = 5 * 1024 * 1024;
  const seen: number[] = [];
  const inTurn = createInTurn(async (bytes) => {
    expect(bytes.every((byte) => byte === bytes[0])).toBe(true);
    seen.push(bytes[0]!, bytes.length);
  });
  for (let shard = 9; shard > 0; shard--) await inTurn.take(shard, Buffer.alloc(size, shard));
  expect(seen).toEqual([]);
  for (let shard = 0; shard < 10; shard++) await inTurn.finish(shard);
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9].flatMap((shard) => [shard, size]));
  inTurn.close();
});

test('what cannot be written reaches whoever brought it', async () => {
  const inTurn = createInTurn(async () => {
    throw new Error('full');
  });
  await expect(inTurn.take(0, Buffer.from('a'))).rejects.toThrow('full');
});
