import { expect, test, vi } from 'vitest';
import { createSpilledStores } from '../../src/batch/dedupe/spilled-stores.ts';
import type { Stores } from '../../src/dedupe/corpus/stores.ts';

vi.setConfig({ testTimeout: 120_000 });

/** Bytes of which both kinds of stores must put away most. */
const LITTLE = 1024 * 1024;
const KEYS = 400_000;

function postings({ postings: store }: Stores): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { keys, articles } of store.parts()) {
    for (let i = 0; i < keys.length; i++) {
      const texts = found.get(keys[i]!) ?? [];
      texts.push(articles[i]!);
      found.set(keys[i]!, texts);
    }
  }
  return found;
}

test('signatures come back as they were, from memory and from the file', () => {
  const stores = createSpilledStores(LITTLE);
  const bytesOf = (i: number): Uint8Array => new Uint8Array(500 + (i % 1000)).fill(i % 251);
  for (let i = 0; i < 20_000; i++) expect(stores.signatures.append(bytesOf(i))).toBe(i);
  // Near ones and far ones, each more than once.
  const order = [0, 1, 5000, 12_345, 19_999, ...Array.from({ length: 20_000 }, (_, i) => i)];
  const other = order.filter((i) => Buffer.compare(stores.signatures.read(i), bytesOf(i)) !== 0);
  expect(other).toEqual([]);
  stores.close();
});

test('keys that are equal come in one part', () => {
  const stores = createSpilledStores(LITTLE);
  const keyOf = (i: number): number => Math.imul(i % (KEYS / 2), 0x9e3779b1) >>> 0;
  for (let i = 0; i < KEYS; i++) stores.postings.add(keyOf(i), i);
  const seen = new Set<number>();
  let count = 0;
  let wrong = 0;
  for (const { keys, articles } of stores.postings.parts()) {
    const own = new Set(keys);
    for (const key of own) if (seen.has(key)) wrong += 1;
    for (const key of own) seen.add(key);
    for (let i = 0; i < keys.length; i++) if (keys[i] !== keyOf(articles[i]!)) wrong += 1;
    count += keys.length;
  }
  expect({ count, different: seen.size, wrong }).toEqual({
    count: KEYS,
    different: KEYS / 2,
    wrong: 0,
  });
  stores.close();
});

test('what is little stays in memory', () => {
  const stores = createSpilledStores(LITTLE);
  stores.postings.add(7, 1);
  stores.postings.add(7, 2);
  stores.postings.add(0xffffffff, 3);
  expect([...postings(stores)]).toEqual([
    [7, [1, 2]],
    [0xffffffff, [3]],
  ]);
  stores.close();
});
