import { expect, test } from 'vitest';
import { createPairSet } from '../../src/dedupe/candidates/pair-set.ts';

test('pairs come in order, with how often they were added, up to three times', () => {
  // As many numbers as a corpus of tens of millions has.
  const count = 40_000_000;
  const set = createPairSet(count);
  const pairs: [number, number][] = [];
  for (let i = 0; i < 100_000; i++) pairs.push([(i * 7919) % 1000, 1000 + i * 397]);
  for (const [a, b] of pairs) set.add(a, b);
  for (const [a, b] of pairs.slice(0, 50_000)) set.add(a, b);
  for (let times = 0; times < 300; times++) set.add(0, count - 1);
  set.add(0, 0);
  expect(set.size).toBe(100_002);
  const told = new Map<number, number>();
  const twice = set.sorted((times, a, b) => {
    told.set(a * count + b, times);
    return times >= 2;
  });
  const expected = pairs.slice(0, 50_000).map(([a, b]) => a * count + b);
  expect([...twice]).toEqual([...expected, count - 1].sort((x, y) => x - y));
  expect([told.get(0), told.get(count - 1), told.get(expected[0]!)]).toEqual([1, 3, 2]);
});
