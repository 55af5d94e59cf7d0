import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRecords } from '../../src/readers/csv/records.ts';
import { readerOf } from '../../src/readers/readers.ts';
import { contentOf, entriesOf, opened } from '../support/entries.ts';

const rowsOf = async (name: string, content: string | Uint8Array) =>
  (await entriesOf(await opened(name, content))).map(
    (entry) => entry.error ?? [entry.id, contentOf(entry)],
  );

test('rows of a table are articles', async () => {
  const table =
    '\ufeffid,url,title,text,rank\r\n7,https://a.example/7,"A ""Ferry""","One,\r\ntwo",3\r\n\r\n,,,Three\r\n';
  const [first, second] = await entriesOf(await opened('a.csv', table));
  expect(first).toMatchObject({
    record: 1,
    id: '7',
    shown: 'a.csv, row 1',
    source: {
      content: 'One,\r\ntwo',
      format: 'text',
      url: 'https://a.example/7',
      stated: { title: 'A "Ferry"' },
      extra: { title: 'A "Ferry"', rank: '3' },
    },
  });
  expect(second).toMatchObject({ record: 2, id: null, source: { id: 'row-2', content: 'Three' } });
});

test('a row without an article says which field is empty, also under another name', async () => {
  const tables: [string, Record<string, string>?][] = [
    ['id,text,html\n1,,<p>One\n2,,\n'],
    ['id,html\n1,<p>One\n2,\n'],
    ['id,body\n1,<p>One\n2\n', { text: 'body' }],
  ];
  for (const [table, fields] of tables) {
    const options = fields === undefined ? {} : { fields };
    const [first, second] = await entriesOf(await opened('a.csv', table), options);
    expect(contentOf(first!)).toBe('<p>One');
    expect(first!.source!.extra).toBeUndefined();
    expect(second).toMatchObject({
      id: '2',
      error: 'empty',
      message: expect.stringContaining('found it empty'),
    });
  }
});

describe('separators', () => {
  test.each([
    ['a.csv', 'id;text\n1;"a;b"\n'],
    ['a.csv', 'sep=;\nid;text\n1;"a;b"\n'],
    ['a.tsv', 'id\ttext\n1\ta;b\n'],
    ['a.csv', 'id\ttext\n1\ta;b\n'],
    ['a.csv', 'id|text\n1|a;b\n'],
    ['a.txt', 'id;text\n1;"a;b"\n2;c\n'],
    ['a.tsv', Buffer.from('\ufeffid\ttext\r\n1\ta;b\r\n', 'utf16le')],
  ])('%s %j', async (name, content) => {
    expect((await rowsOf(name, content))[0]).toEqual(['1', 'a;b']);
  });
});

describe('quotes', () => {
  const around = (row: string) => `id,text\n0,z\n${row}\n8,"y\ny"\n9,x\n`;
  test.each([
    ['a quote inside a cell', '1,a "b" c', [['1', 'a "b" c']]],
    ['text behind a closing quote', '1,"Storm, wind" close it', [['1', '"Storm, wind" close it']]],
    ['a quote that nothing closes', '1,"a\n2,b\n3,c', ['not-a-row', ['2', 'b'], ['3', 'c']]],
    ['two of them', '1,"a\n2,"b\n3,c', ['not-a-row', 'not-a-row', ['3', 'c']]],
    ['too many cells', '1,a, b', ['not-a-row']],
    ['an empty cell', '1,""', ['empty']],
    ['NUL', '1,a\0b', [['1', 'a\0b']]],
  ])('%s', async (_, row, expected) => {
    const found = await rowsOf('a.csv', around(row));
    expect(found).toEqual([['0', 'z'], ...expected, ['8', 'y\ny'], ['9', 'x']]);
  });

  test('between tabs a lone quote is text', async () => {
    expect(await rowsOf('a.tsv', 'id\ttext\n1\t"Storm\n2\tb')).toEqual([
      ['1', '"Storm'],
      ['2', 'b'],
    ]);
  });
});

test('a row that is no UTF-8 keeps its bytes, and its other cells are decoded', async () => {
  const table = Buffer.from(
    'id,text,author\n1,Die Brücke über die Förde bleibt für Wochen gesperrt,Jörg\n',
    'latin1',
  );
  const [entry] = await entriesOf(await opened('a.csv', table));
  expect(entry!.source!.content).toEqual(
    Buffer.from('Die Brücke über die Förde bleibt für Wochen gesperrt', 'latin1'),
  );
  expect(entry!.source!.stated!.authors).toEqual(['Jörg']);
});

test('empty tables, and tables without rows', async () => {
  expect(await rowsOf('a.csv', '')).toEqual(['empty']);
  expect(await rowsOf('a.csv', 'id,text\n')).toEqual(['empty']);
});

test('a table is cut into the same records, however its bytes come', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', '\r', ' ') });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const written = fc.oneof(cell, cell.map(quoted));
  const rows = fc.array(fc.array(written, { minLength: 1, maxLength: 3 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 9 }), async (table, size) => {
      const bytes = Buffer.from(table.map((row) => row.join(',')).join('\n'));
      const cut = async (step: number) => {
        const records = csvRecords(chunksOf(bytes, step), 0x2c);
        const out: unknown[] = [];
        for await (const { bytes: found, ...rest } of records) out.push([String(found), rest]);
        return out;
      };
      expect(await cut(size)).toEqual(await cut(bytes.length + 1));
    }),
  );
});

test('what is written as RFC 4180 says is read as it was', async () => {
  const cell = fc.string({ unit: fc.constantFrom('a', '"', ',', '\n', 'é') });
  const rows = fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(rows, async (table) => {
      const lines = table.map((row) =>
        row.map((text) => `"${text.replaceAll('"', '""')}"`).join(','),
      );
      const found = await entriesOf(await opened('a.csv', `text,other\n${lines.join('\n')}`), {
        fields: { text: 'text' },
      });
      const read = found.map(({ source }) => [
        source?.content ?? '',
        source?.extra?.['other'] ?? '',
      ]);
      expect(read).toEqual(table.map(([text, other]) => (text === '' ? ['', ''] : [text, other])));
    }),
    { numRuns: 50 },
  );
});

test('a record over the limit is refused, and the next one is read', async () => {
  const bytes = Buffer.from(`a,b\n1,${'x'.repeat(50)}\n2,c\n`);
  const found: unknown[] = [];
  for await (const record of csvRecords(chunksOf(bytes, 5), 0x2c, 20)) {
    found.push(record.bytes?.toString() ?? null);
  }
  expect(found).toEqual(['a,b', null, '2,c']);
});

test('splits give the same rows', async () => {
  const lines = Array.from(
    { length: 40 },
    (_, i) => `${i},"text ${i}\nand ${i % 3 ? 'more' : '""""'}"`,
  );
  const file = await opened('a.csv', `\ufeffid,text\n${lines.join('\n')}\n9,"lone\n41,end\n`);
  const whole = await entriesOf(file);
  expect(whole).toHaveLength(42);
  const reader = await readerOf('csv');
  for (const size of [1, 50, 200]) {
    const splits = await reader.split(file, size);
    const parts = await Promise.all(splits.map((split) => entriesOf(file, {}, split)));
    expect(splits.length).toBeGreaterThan(2);
    expect(parts.flat()).toEqual(whole);
  }
});

async function* chunksOf(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}
