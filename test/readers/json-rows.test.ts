import { describe, expect, test } from 'vitest';
import { jsonRows } from '../../src/readers/json/json-rows.ts';
import { rowsKind } from '../../src/readers/sniff.ts';

const bytes = (text: string) => Buffer.from(text);

describe('how rows are written', () => {
  test.each([
    ['{"id": 1, "text": "a"}\n{"id": 2}', 'ndjson'],
    ['\ufeff {"text": "a"', 'ndjson'],
    ['{\n  "text": "a"\n}', 'json'],
    ['[\n  {"text": "a"}]', 'json'],
    ['[{"text": "a"}]', 'json'],
    ['[link](https://a.example)', null],
    ['{ a set }', null],
    ['The bridge', null],
    ['', null],
  ])('%j', (text, expected) => {
    expect(rowsKind(bytes(text))).toBe(expected);
  });
});

async function rowsOf(text: string): Promise<string[]> {
  const out: string[] = [];
  for await (const row of jsonRows(
    (async function* () {
      yield bytes(text.slice(0, 5));
      yield bytes(text.slice(5));
    })(),
  )) {
    out.push(Buffer.from(row).toString());
  }
  return out;
}

test('objects of a list are rows, an object by itself is one', async () => {
  expect(await rowsOf('[\n {"id": 1},\n {"id": 2}\n]')).toEqual(['{"id":1}\n', '{"id":2}\n']);
  expect(await rowsOf('{\n "id": 1\n}')).toEqual(['{"id":1}\n']);
});

test('what is no JSON is said to be none', async () => {
  await expect(rowsOf('[{"id": 1,]')).rejects.toMatchObject({ code: 'not-json' });
});
