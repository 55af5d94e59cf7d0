import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/contract/article.ts';
import { parseSelection } from '../../src/writers/article-fields.ts';
import { csvHead, csvRow } from '../../src/writers/csv.ts';
import { format } from '../../src/writers/formats.ts';
import { createParquetEncoder } from '../../src/writers/parquet/encoder.ts';
import { ROW_COLUMNS, toRow } from '../../src/writers/row.ts';
import { type Selection, select } from '../../src/writers/select.ts';
import { folder } from '../cli/bin.ts';
import { cleanFull } from '../support/desk.ts';

const PAGE = `<html lang="en"><head><title>Ferry stays - Marrow Courier</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"Harbour town votes to keep its last ferry","datePublished":"2024-05-03T10:15:00+02:00",
"author":[{"@type":"Person","name":"Jane Roe"},{"@type":"Person","name":"John Doe"}],
"keywords":["ferry","harbour"]}</script></head>
<body><nav><a href="/">Home</a></nav><article><h1>Harbour town votes to keep its last ferry</h1>
<p>The council voted on Tuesday to spend another four million on the ferry, which has been idle since the floods.</p>
<p>Engineers told members that the new engine would be in before the winter, and that buses may cross first.</p>
</article></body></html>`;

const full = cleanFull({ content: PAGE, format: 'html', id: 'ferry', extra: { rank: 3, x: [1] } });
const article = (changes: Partial<Article> = {}): Article => ({ ...full, ...changes });
const fields = (text: string): Selection => (parseSelection(text) as { fields: Selection }).fields;

test('a row is flat', () => {
  const row = toRow(article());
  expect(Object.keys(row)).toEqual([...ROW_COLUMNS]);
  expect(row).toMatchObject({
    id: 'ferry',
    title: 'Harbour town votes to keep its last ferry',
    authors: 'Jane Roe; John Doe',
    tags: 'ferry; harbour',
    published: '2024-05-03T10:15:00+02:00',
    agency: null,
    text: full.text,
    encoding: 'utf-8',
  });
  expect(toRow(article({ authors: [], tags: [] }))).toMatchObject({ authors: null, tags: null });
});

describe('fields are chosen', () => {
  test('by name and by path, in the order of the choice', () => {
    const chosen = select(article(), fields('title, id,published.value,authors.name,extra.rank'));
    expect(chosen).toEqual({
      title: full.title,
      id: 'ferry',
      published: { value: '2024-05-03T10:15:00+02:00' },
      authors: [{ name: 'Jane Roe' }, { name: 'John Doe' }],
      extra: { rank: 3 },
    });
    expect(Object.keys(chosen)[0]).toBe('title');
    expect(select(article(), fields('published.value,published'))['published']).toEqual(
      full.published,
    );
    expect(select(article({ published: null }), fields('published.value'))).toEqual({
      published: null,
    });
    expect(format(article(), 'ndjson', fields('id,tags'))).toBe(
      '{"id":"ferry","tags":["ferry","harbour"]}\n',
    );
  });

  test('and a name that no article has is named', () => {
    expect(parseSelection('id,titel')).toEqual({ unknown: 'titel' });
    expect(parseSelection('id,published.when')).toEqual({ unknown: 'published.when' });
  });
});

describe('CSV', () => {
  test('has a row of names and as many cells in each row', () => {
    const rows = csvHead(null) + csvRow(article({ title: 'A "ferry", and\nmore' }), null);
    expect(rows).toContain('\nferry,,');
    expect(rows).toContain(',"A ""ferry"", and\nmore",');
    expect(csvHead(fields('id,published.value'))).toBe('id,published.value\n');
    expect(csvRow(article(), fields('id,published.value,authors,extra'))).toBe(
      'ferry,2024-05-03T10:15:00+02:00,Jane Roe; John Doe,"{""rank"":3,""x"":[1]}"\n',
    );
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '＝1', '－1'])(
    'neutralizes the formula %j',
    (title) => {
      const cell = csvRow(article({ title }), fields('title'));
      expect(cell.replace('"', '').startsWith("'")).toBe(true);
    },
  );

  test('leaves numbers alone', () => {
    expect(csvRow(article({ extra: { n: -5 } }), fields('extra.n'))).toBe('-5\n');
  });
});

describe('Parquet', () => {
  async function written(articles: readonly Article[], chosen: Selection | null = null) {
    const encoder = await createParquetEncoder(chosen);
    const path = join(folder(), 'a.parquet');
    writeFileSync(path, Buffer.concat([...articles.map(encoder.add), encoder.end()]));
    const connection = await (await DuckDBInstance.create()).connect();
    return async (query: string) => {
      const result = await connection.runAndReadAll(
        query.replace('FILE', `read_parquet('${path}')`),
      );
      return result.getRowObjectsJson();
    };
  }

  test('is read by DuckDB with its types', async () => {
    const query = await written([article(), article({ id: 'b', published: null, authors: [] })]);
    const types = await query('DESCRIBE SELECT * FROM FILE');
    const typeOf = (name: string) =>
      types.find(({ column_name: n }) => n === name)?.['column_type'];
    expect(typeOf('id')).toBe('VARCHAR');
    expect(typeOf('paywalled')).toBe('BOOLEAN');
    expect(typeOf('tags')).toBe('VARCHAR[]');
    expect(typeOf('authors')).toBe('STRUCT("name" VARCHAR, kind VARCHAR)[]');
    expect(typeOf('source')).toContain('bytes INTEGER');
    expect(typeOf('source')).toContain('certainty DOUBLE');
    expect(typeOf('extra')).toBe('JSON');
    expect(
      await query(
        'SELECT id, published.value AS day, len(authors) AS n, authors[2].name AS second, len(body) AS blocks, source.bytes AS size FROM FILE',
      ),
    ).toEqual([
      {
        id: 'ferry',
        day: '2024-05-03T10:15:00+02:00',
        n: '2',
        second: 'John Doe',
        blocks: String(full.body.length),
        size: full.source.bytes,
      },
      {
        id: 'b',
        day: null,
        n: '0',
        second: null,
        blocks: String(full.body.length),
        size: full.source.bytes,
      },
    ]);
  });

  test('holds the whole article, its ledger too', async () => {
    const query = await written([article()]);
    const [row] = await query('SELECT to_json(columns(*)) FROM FILE');
    const values = Object.values(row!).map(
      (value) => JSON.parse(String(value ?? 'null')) as unknown,
    );
    const names = Object.keys(row!);
    const read = Object.fromEntries(names.map((name, i) => [name, values[i]]));
    const plain = JSON.parse(JSON.stringify(full)) as Record<string, unknown>;
    expect(withoutNulls(read)).toEqual(withoutNulls(plain));
  });

  test('holds the chosen fields alone', async () => {
    const query = await written([article()], fields('published.value,id'));
    const types = await query('DESCRIBE SELECT * FROM FILE');
    expect(types.map(({ column_name: n, column_type: t }) => [n, t])).toEqual([
      ['published', 'STRUCT("value" VARCHAR)'],
      ['id', 'VARCHAR'],
    ]);
  });

  test('without articles is a table without rows', async () => {
    const query = await written([]);
    expect(await query('SELECT count(*) AS n FROM FILE')).toEqual([{ n: '0' }]);
  });

  test('many articles are several groups of rows', async () => {
    const text = 'x'.repeat(5_000_000);
    const query = await written(Array.from({ length: 8 }, () => article({ text })));
    expect(await query('SELECT count(*) AS n, max(len(text)) AS size FROM FILE')).toEqual([
      { n: '8', size: '5000000' },
    ]);
  });
});

/** A value without what is null: what an article does not state is null in a table. */
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, one]) =>
      one === null ? [] : [[name, withoutNulls(one)]],
    ),
  );
}
