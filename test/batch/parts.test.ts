import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { exceeds, parseFailureLimit } from '../../src/batch/limit.ts';
import { repairRow } from '../../src/batch/repair-rows.ts';
import { type Repair, repairBlock } from '../../src/batch/repair-text.ts';
import { inOrder } from '../../src/batch/window.ts';

test('results come in the order of the items, and few items are pulled ahead', async () => {
  let pulled = 0;
  let given = 0;
  let ahead = 0;
  async function* items() {
    for (let i = 0; i < 50; i++) {
      pulled += 1;
      ahead = Math.max(ahead, pulled - given);
      yield i;
    }
  }
  const out: number[] = [];
  for await (const result of inOrder(items(), 4, (i) => sleep((i * 7) % 5, i))) {
    given += 1;
    out.push(result);
  }
  expect(out).toEqual(Array.from({ length: 50 }, (_, i) => i));
  expect(ahead).toBeLessThanOrEqual(5);
});

test('an error of the work reaches the reader', async () => {
  async function* items() {
    yield* [1, 2, 3];
  }
  const work = async (i: number) => {
    if (i === 2) throw new Error('two');
    return i;
  };
  const read = async () => {
    for await (const _ of inOrder(items(), 2, work));
  };
  await expect(read()).rejects.toThrow('two');
});

test('limits of failures are numbers or shares', () => {
  expect(parseFailureLimit('3')).toEqual({ most: 3, unit: 'inputs' });
  expect(parseFailureLimit('2.5%')).toEqual({ most: 2.5, unit: 'percent' });
  for (const bad of ['', '-1', 'x', '101%', '1.5']) expect(parseFailureLimit(bad)).toBeNull();
  expect(exceeds({ most: 3, unit: 'inputs' }, 3, 3)).toBe(false);
  expect(exceeds({ most: 3, unit: 'inputs' }, 4, 400)).toBe(true);
  expect(exceeds({ most: 10, unit: 'percent' }, 1, 10)).toBe(false);
  expect(exceeds({ most: 10, unit: 'percent' }, 2, 10)).toBe(true);
  expect(exceeds({ most: 0, unit: 'percent' }, 0, 0)).toBe(false);
});

const DAMAGE = /Ã©/g;

/** Repairs `Ã©` to `é`. */
const repair: Repair = (text) => {
  const repairs = [...text.matchAll(DAMAGE)].map(({ index }) => ({
    offset: index,
    length: 2,
    replacement: 'é',
    stage: 'repair' as const,
    rule: 'test',
    certainty: 'reversible' as const,
  }));
  return { text: text.replaceAll('Ã©', 'é'), repairs };
};

test('text keeps every byte that is not repaired', () => {
  const bad = Buffer.from([0x66, 0xff, 0x0a]);
  const block = Buffer.concat([Buffer.from('\ufeffÃ©\r\n\r\na  \n'), bad, bad, Buffer.from('xÃ©')]);
  const parts = [...repairBlock(block, repair)];
  const out = Buffer.concat(parts.map(({ bytes }) => bytes));
  expect(out).toEqual(
    Buffer.concat([Buffer.from('\ufeffé\r\n\r\na  \n'), bad, bad, Buffer.from('xé')]),
  );
  expect(parts.map(({ source }) => source === null)).toEqual([false, true, false]);
});

test('rows keep their own bytes, and get output and repairs before the closing brace', () => {
  const row = (raw: string) => repairRow(Buffer.from(raw), repair).toString();
  const repairs =
    '[{"offset":0,"length":2,"rule":"test","certainty":"reversible","before":"Ã©","after":"é"}]';
  expect(row('\t{"id": 12345678901234567890, "input":"Ã©" } \r\n')).toBe(
    `\t{"id": 12345678901234567890, "input":"Ã©" ,"output":"é","repairs":${repairs}} \r\n`,
  );
  expect(row('{"input":"a","output":"old"}\r\n')).toBe(
    '{"input":"a","output":"a","repairs":[]}\r\n',
  );
  const done = '{ "input":"a", "output":"a", "repairs":[ ]}';
  expect(row(done)).toBe(done);
  expect(JSON.parse(row('{"id":"x","input":5}'))).toMatchObject({
    id: 'x',
    error: { code: 'no-text' },
  });
  expect(JSON.parse(row('['))).toMatchObject({ id: null, error: { code: 'not-json' } });
  expect(JSON.parse(repairRow(null, repair).toString())).toMatchObject({
    error: { code: 'too-large' },
  });
});
