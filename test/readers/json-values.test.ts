import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonValues } from '../../src/readers/json/json-values.ts';
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

async function* cut(text: Buffer, size: number) {
  for (let at = 0; at < text.length; at += size) yield text.subarray(at, at + size);
}

async function rowsOf(text: string, size = 5, limit?: number): Promise<(string | null)[]> {
  const out: (string | null)[] = [];
  for await (const row of jsonValues(cut(bytes(text), size), limit)) {
    expect(row.number).toBe(out.length + 1);
    out.push(row.bytes === null ? null : Buffer.from(row.bytes).toString());
  }
  return out;
}

test('objects of a list are rows, an object by itself is one, and so are several', async () => {
  expect(await rowsOf('\ufeff[\n {"id": 1},\n {"id": "]\\"}"}\n]\n')).toEqual([
    '{"id": 1}',
    '{"id": "]\\"}"}',
  ]);
  expect(await rowsOf('{\n "id": 1\n}')).toEqual(['{\n "id": 1\n}']);
  expect(await rowsOf('{\n "a": [1, {}]}\n{\n "b": 2}')).toHaveLength(2);
  expect(await rowsOf('[1, "a, b",null]')).toEqual(['1', '"a, b"', 'null']);
  expect(await rowsOf('[]')).toEqual([]);
});

test('any list of values is cut as it was put together, wherever the chunks end', async () => {
  const list = fc.array(fc.jsonValue(), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(list, fc.integer({ min: 1, max: 9 }), async (values, size) => {
      const text = JSON.stringify(values, null, size % 3);
      const rows = await rowsOf(text, size);
      expect(rows.map((row) => JSON.parse(row!))).toEqual(JSON.parse(JSON.stringify(values)));
    }),
  );
});

test('a row over the limit is refused, and the next one is read', async () => {
  expect(await rowsOf('[{"a": "12345678"}, {"b": 1}]', 4, 10)).toEqual([null, '{"b": 1}']);
});

test('what is no JSON, or ends too early, is said to be', async () => {
  await expect(rowsOf('The bridge')).rejects.toThrow('found "The b"');
  await expect(rowsOf('[{"a": 1}, {"b": ')).rejects.toThrow('its end inside row 2');
  await expect(rowsOf('[{"a": 1}')).rejects.toThrow('its end behind row 1');
  expect(await rowsOf('[{"id": 1,}, {"b": 1}]')).toEqual(['{"id": 1,}', '{"b": 1}']);
});
