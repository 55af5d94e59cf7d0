import { deflateRawSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { unpacked } from '../../src/readers/unpack/compression.ts';
import { contentOf, entriesOf, opened } from '../support/entries.ts';

const TEXT = 'Storm closes bridge\n\nThe old bridge was closed on Monday.';
const ROWS = '{"id":"1","text":"One"}\n{"id":"2","text":"Two"}\n';
/** A frame of Zstandard with one raw block (RFC 8878, 3.1.1). */
const zstd = (text: string): Buffer => {
  const bytes = Buffer.from(text);
  const block = Buffer.alloc(3);
  block.writeUIntLE((bytes.length << 3) | 1, 0, 3);
  return Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x20, bytes.length]), block, bytes]);
};
const loaded = async (name: string, bytes: Uint8Array) => entriesOf(await opened(name, bytes));

describe('compressed inputs', () => {
  test.each([
    ['a.txt.gz', gzipSync(TEXT)],
    ['a.txt', Buffer.concat([gzipSync(TEXT.slice(0, 9)), gzipSync(TEXT.slice(9))])],
    ['a.txt.zst', zstd(TEXT)],
    ['a.txt.zst', Buffer.concat([zstd(TEXT.slice(0, 9)), zstd(TEXT.slice(9))])],
  ])('%s is the text in it', async (name, bytes) => {
    const [entry] = await loaded(name, bytes);
    expect(contentOf(entry!)).toBe(TEXT);
  });

  test.each([
    ['rows.ndjson.gz', gzipSync(ROWS)],
    ['rows', Buffer.concat([gzipSync(ROWS.slice(0, 30)), gzipSync(ROWS.slice(30))])],
    ['rows.jsonl.zst', zstd(ROWS)],
    ['rows.json.gz', gzipSync(`[${ROWS.trim().replace('\n', ',')}]`)],
    ['rows.csv.gz', gzipSync('id,text\n1,One\n2,Two\n')],
    ['rows.ndjson', Buffer.from(`\ufeff${ROWS}`, 'utf16le')],
    ['rows.ndjson', Buffer.from(`\ufeff${ROWS}`, 'utf16le').swap16()],
  ])('%s holds its rows', async (name, bytes) => {
    const found = await loaded(name, bytes);
    expect(found.map((entry) => [entry.id, contentOf(entry)])).toEqual([
      ['1', 'One'],
      ['2', 'Two'],
    ]);
  });

  test('what stands before damage is read', async () => {
    const rows = Array.from(
      { length: 9000 },
      (_, i) => `{"id":"${i}","text":"t${i * 7919}"}\n`,
    ).join('');
    const found = await loaded('rows.ndjson.gz', gzipSync(rows).subarray(0, -2000));
    expect(found.at(-1)).toMatchObject({ record: null, error: 'damaged' });
    expect(found.length).toBeGreaterThan(1000);
    expect(found.slice(0, -2).every(({ error }) => error === undefined)).toBe(true);
  });

  test.each([
    ['a.txt.gz', gzipSync(TEXT).subarray(0, -12)],
    ['a.txt.zst', zstd(TEXT).subarray(0, -12)],
    ['a.txt.gz', gzipSync(TEXT).fill(0xff, 12, 20)],
  ])('%s that is damaged is one failure', async (name, bytes) => {
    expect(await loaded(name, bytes)).toMatchObject([{ error: 'damaged' }]);
  });
});

describe('bombs', () => {
  /** Gzip data of so many zeros in little memory: one deflate block, over and over. */
  function bomb(megabytes: number): Buffer {
    const block = deflateRawSync(Buffer.alloc(1 << 20), { finishFlush: 3 });
    const head = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3]);
    return Buffer.concat([head, ...Array.from({ length: megabytes }, () => block)]);
  }

  test('a text is refused when it is too large, long before its end', async () => {
    expect(await loaded('a.txt.gz', bomb(1000))).toMatchObject([{ error: 'too-large' }]);
  });

  test('what is unpacked waits in pieces of bounded size', async () => {
    let most = 0;
    let size = 0;
    for await (const piece of unpacked(
      (async function* () {
        yield bomb(200);
      })(),
      'gzip',
    )) {
      most = Math.max(most, piece.length);
      size += piece.length;
      if (size > 100 << 20) break;
    }
    expect(most).toBeLessThanOrEqual(1 << 18);
  });

  test('Zstandard that stands for far more than text does is refused', async () => {
    // Blocks of one byte, 128 KB times, four bytes each.
    const block = Buffer.from([
      (((1 << 17) << 3) | 2) & 0xff,
      (((1 << 17) << 3) >> 8) & 0xff,
      ((1 << 17) << 3) >> 16,
      0x61,
    ]);
    const head = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x58]);
    const bytes = Buffer.concat([head, ...Array.from({ length: 9000 }, () => block)]);
    expect(await loaded('a.txt.zst', bytes)).toMatchObject([{ error: 'damaged' }]);
    const wide = Buffer.concat([Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa0]), block]);
    expect(await loaded('a.txt.zst', wide)).toMatchObject([
      { error: 'damaged', message: expect.stringContaining('window') },
    ]);
  });
});

describe('kinds are told by content, then by name', () => {
  test.each([
    ['a.txt', TEXT, 'auto'],
    ['a.md', '# A', 'markdown'],
    ['a.html', '<p>x', 'html'],
    ['a.html', '{"id": 1, "text": "x"}\n', 'ndjson'],
    ['a.txt', '[{"text": "x"}]', 'json'],
    ['a.json', '{"text": "x"}\n{"text": "y"}\n', 'ndjson'],
    ['a.ndjson', '[{"text": "x"}]', 'json'],
    ['a.ndjson', '{"text": \n{"text": "y"}\n', 'ndjson'],
    ['a.txt', 'WARC/1.0\r\nWARC-Type: response\r\n', 'warc'],
    ['a', 'PAR1', 'parquet'],
    ['a.txt', 'id,text\n1,x\n', 'csv'],
    ['a.txt', 'Storm, wind and text\nThe bridge, too\n', 'auto'],
  ] as const)('%s %j', async (name, content, kind) => {
    expect((await opened(name, content)).kind).toBe(kind);
    expect((await opened(name, content, 'text')).kind).toBe('text');
  });

  test('a text that is saved as a page is a text', async () => {
    const format = async (content: string) =>
      (await entriesOf(await opened('a.html', content)))[0]!.source!.format;
    expect(await format(TEXT)).toBe('auto');
    expect(await format(`${TEXT} 1 < 2`)).toBe('auto');
    expect(await format(`${TEXT}<br>`)).toBe('html');
  });
});

test.each(['a.txt', 'a.html', 'a.ndjson', 'a.json', 'a.csv', 'a.warc', 'a.parquet'])(
  'an empty %s is one failure or an empty article, and nothing breaks',
  async (name) => {
    const found = await loaded(name, Buffer.alloc(0));
    expect(found).toHaveLength(1);
    const [entry] = found;
    expect(entry!.error ?? entry!.source!.content).toSatisfy(
      (value: unknown) => value === 'empty' || (value as Uint8Array).length === 0,
    );
  },
);
