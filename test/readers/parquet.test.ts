import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, test } from 'vitest';
import { createNotes } from '../../src/readers/notes.ts';
import { readerOf } from '../../src/readers/readers.ts';
import { contentOf, entriesOf, opened } from '../support/entries.ts';

type Columns = Parameters<typeof parquetWriteBuffer>[0]['columnData'];

const parquet = (columnData: Columns, rowGroupSize = 100) =>
  Buffer.from(parquetWriteBuffer({ columnData, rowGroupSize, codec: 'SNAPPY' }));

const BASIC: Columns = [
  { name: 'id', data: ['a', null, 'c'], type: 'STRING' },
  { name: 'text', data: ['One', 'Two', 'Three'], type: 'STRING' },
];

test('rows are articles, with values as rows of JSON have them', async () => {
  const file = await opened(
    'a.parquet',
    parquet([
      { name: 'id', data: [9007199254740993n], type: 'INT64' },
      { name: 'html', data: [Buffer.from('<p>Br\xfccke', 'latin1')], type: 'BYTE_ARRAY' },
      { name: 'url', data: [Buffer.from('https://a.example/1')], type: 'BYTE_ARRAY' },
      { name: 'date', data: [new Date('2024-05-03T10:15:00Z')], type: 'TIMESTAMP' },
      { name: 'rank', data: [7n], type: 'INT64' },
      { name: 'score', data: [Number.NaN], type: 'DOUBLE' },
      { name: 'picture', data: [Buffer.from([0xff, 0xd8])], type: 'BYTE_ARRAY' },
      { name: 'tags', data: [['x', 'y']], type: 'JSON' },
    ]),
  );
  const [entry] = await entriesOf(file);
  expect(entry).toMatchObject({
    record: 1,
    id: '9007199254740993',
    shown: 'a.parquet, row 1',
    source: {
      format: 'html',
      url: 'https://a.example/1',
      stated: { published: '2024-05-03T10:15:00.000Z' },
    },
  });
  expect(Buffer.from(entry!.source!.content).toString('latin1')).toBe('<p>Br\xfccke');
  expect(entry!.source!.extra).toEqual({
    date: '2024-05-03T10:15:00.000Z',
    rank: 7,
    tags: ['x', 'y'],
  });
});

test('rows without an id are called by their number, in any group and split', async () => {
  const file = await opened('a.parquet', parquet(BASIC, 1));
  const found = await entriesOf(file);
  expect(found.map(({ record, id, source }) => [record, id, source!.id])).toEqual([
    [1, 'a', 'a'],
    [2, null, 'row-2'],
    [3, 'c', 'c'],
  ]);
  const splits = await (await readerOf('parquet')).split(file, 1);
  expect(splits).toHaveLength(3);
  const parts = await Promise.all(splits.map((split) => entriesOf(file, {}, split)));
  expect(parts.flat()).toEqual(found);
});

test('a column of another name is read where it is named', async () => {
  const columns: Columns = [{ name: 'body', data: ['One'], type: 'STRING' }];
  const file = await opened('a.parquet', parquet(columns));
  expect(await entriesOf(file)).toMatchObject([
    { record: null, error: 'no-text', message: expect.stringContaining('found body; --field') },
  ]);
  const notes = createNotes();
  const [entry] = await entriesOf(file, { fields: { text: 'body', url: 'link' }, notes });
  expect(contentOf(entry!)).toBe('One');
  expect(notes.data().fields).toEqual(['body']);
});

test('a row whose article is null or empty says so, and the others are read', async () => {
  const text = ['One', null, ''];
  const columns: Columns = [{ name: 'text', data: text, type: 'STRING' }];
  const found = await entriesOf(await opened('a.parquet', parquet(columns)));
  expect(found.map(({ error, message }) => [error, message])).toEqual([
    [undefined, undefined],
    ['no-text', 'expected "text" to be a string, found null'],
    ['empty', 'expected an article in the field "text", found it empty'],
  ]);
});

describe('what is damaged is one failure', () => {
  const whole = parquet(BASIC, 1);
  test.each([
    ['empty', Buffer.alloc(0), 'empty'],
    ['cut off', whole.subarray(0, -20), 'damaged'],
    ['a head alone', Buffer.from('PAR1'), 'damaged'],
    [
      'garbage for a footer',
      Buffer.concat([whole.subarray(0, -60), Buffer.alloc(52, 0xee), whole.subarray(-8)]),
      'damaged',
    ],
  ])('%s', async (_, bytes, error) => {
    expect(await entriesOf(await opened('a.parquet', bytes))).toMatchObject([
      { record: null, error },
    ]);
  });

  test('a group of rows, and the others are read', async () => {
    const bytes = Buffer.from(whole);
    const at = bytes.indexOf('Two');
    bytes.fill(0xff, at - 30, at + 3);
    const found = await entriesOf(await opened('a.parquet', bytes));
    expect(found.map(({ record, error }) => [record, error])).toEqual([
      [1, undefined],
      [2, 'damaged'],
      [3, undefined],
    ]);
  });

  test('no rows', async () => {
    const columns: Columns = [{ name: 'text', data: [], type: 'STRING' }];
    expect(await entriesOf(await opened('a.parquet', parquet(columns)))).toMatchObject([
      { record: null, error: 'empty' },
    ]);
  });
});
