import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createNotes } from '../../src/readers/notes.ts';
import { readerOf } from '../../src/readers/readers.ts';
import { contentOf, entriesOf, opened } from '../support/entries.ts';
import { record, response } from '../support/warc.ts';

const PAGE =
  '<html><body><h1>Ferry</h1><p>The last ferry left the harbour on Monday.</p></body></html>';
const page = (n: number) =>
  record({
    id: `urn:uuid:${n}`,
    uri: `https://a.example/${n}`,
    content: response(`${PAGE}<!-- ${n} -->`),
  });
const INFO = record({ type: 'warcinfo', contentType: 'application/warc-fields', content: 'a: b' });

test('a response is an article with its id, address, date and charset', async () => {
  const file = await opened('a.warc', Buffer.concat([INFO, page(1)]));
  expect(file.kind).toBe('warc');
  const notes = createNotes();
  const [entry, ...rest] = await entriesOf(file, { notes });
  expect(rest).toEqual([]);
  expect(entry).toMatchObject({
    record: 2,
    id: 'urn:uuid:1',
    shown: 'a.warc, record 2',
    source: {
      id: 'urn:uuid:1',
      record: 2,
      url: 'https://a.example/1',
      fetched: '2024-05-03T10:15:00Z',
      format: 'html',
      charset: 'utf-8',
    },
  });
  expect(contentOf(entry!)).toBe(`${PAGE}<!-- 1 -->`);
  expect(notes.data().skipped).toEqual({ 'warcinfo records': 1 });
});

test('a conversion record is a text', async () => {
  const wet = record({
    type: 'conversion',
    id: 'urn:uuid:w',
    uri: 'https://a.example/w',
    contentType: 'text/plain',
    content: 'Ferry\nThe last ferry left.',
  });
  for (const [name, bytes] of [
    ['a.wet', wet],
    ['b.warc.wet.gz', gzipSync(wet)],
  ] as const) {
    const [entry] = await entriesOf(await opened(name, bytes));
    expect(entry!.source).toMatchObject({ format: 'text', url: 'https://a.example/w' });
    expect(contentOf(entry!)).toBe('Ferry\nThe last ferry left.');
  }
});

test('heads whose lines end in LF end at their own blank line', async () => {
  const lf = Buffer.from(
    `WARC/1.0\nWARC-Type: response\nWARC-Record-ID: <urn:uuid:lf>\nContent-Length: ${response(PAGE).length}\n\n`,
  );
  const bytes = Buffer.concat([lf, response(PAGE), Buffer.from('\n\n'), page(2)]);
  const found = await entriesOf(await opened('a.warc', bytes));
  expect(found.map(({ id }) => id)).toEqual(['urn:uuid:lf', 'urn:uuid:2']);
  expect(contentOf(found[0]!)).toBe(PAGE);
});

test('what is no page or text is counted and passed over', async () => {
  const notes = createNotes();
  const file = await opened(
    'a.warc',
    Buffer.concat([
      record({ type: 'request', content: 'GET / HTTP/1.1\r\n\r\n' }),
      record({ content: response('x', { 'Content-Type': 'image/png' }) }),
      record({ content: response(PAGE, {}, '404 Not Found') }),
      record({ type: 'conversion', contentType: 'application/pdf', content: '%PDF' }),
      record({ type: 'revisit', content: '' }),
      page(6),
    ]),
  );
  expect((await entriesOf(file, { notes })).map(({ record: n }) => n)).toEqual([6]);
  expect(notes.data().skipped).toEqual({
    'conversion records of application/pdf': 1,
    'request records': 1,
    'responses of image/png': 1,
    'responses of status 404': 1,
    'revisit records': 1,
  });
});

describe('encodings of a body are taken off', () => {
  const chunked = `5\r\n<html\r\n${(PAGE.length - 5).toString(16)};x=y\r\n${PAGE.slice(5)}\r\n0\r\n\r\n`;
  test.each([
    ['chunked', { 'Transfer-Encoding': 'chunked' }, chunked],
    ['cut off', { 'Transfer-Encoding': 'chunked' }, chunked.slice(0, -6)],
    ['chunked no more', { 'Transfer-Encoding': 'chunked' }, PAGE],
    ['gzip', { 'Content-Encoding': 'gzip' }, gzipSync(PAGE)],
    ['gzip no more', { 'Content-Encoding': 'gzip' }, PAGE],
    ['deflate', { 'Content-Encoding': 'deflate' }, deflateSync(PAGE)],
    ['raw deflate', { 'content-encoding': 'Deflate' }, deflateRawSync(PAGE)],
    ['br', { 'Content-Encoding': 'br' }, brotliCompressSync(PAGE)],
    ['no type but a page', { 'Content-Type': '' }, `<!doctype html>${PAGE}`],
  ])('%s', async (_, fields, body) => {
    const file = await opened('a.warc', record({ content: response(body, fields) }));
    const [entry] = await entriesOf(file);
    expect(contentOf(entry!).replace('<!doctype html>', '')).toBe(PAGE);
    expect(entry!.source!.format).toBe('html');
  });
});

test('charsets are each record’s own', async () => {
  const in1251 = Buffer.from([0xcf, 0xe0, 0xf0, 0xee, 0xec]);
  const file = await opened(
    'a.warc',
    Buffer.concat([
      record({
        content: response(in1251, { 'Content-Type': 'text/html; charset="windows-1251"' }),
      }),
      record({ content: response(PAGE, { 'Content-Type': 'text/html' }) }),
    ]),
  );
  const sources = (await entriesOf(file)).map(({ source }) => source!.charset);
  expect(sources).toEqual(['windows-1251', undefined]);
});

test('records with one id are told apart by their keys', async () => {
  const twin = record({ id: 'urn:uuid:1', uri: 'https://a.example/2', content: response(PAGE) });
  const found = await entriesOf(await opened('a.warc', Buffer.concat([page(1), twin])));
  expect(found.map(({ id }) => id)).toEqual(['urn:uuid:1', 'urn:uuid:1']);
  expect(found[0]!.key).not.toBe(found[1]!.key);
});

describe('a broken record is one failure, and the next ones are read', () => {
  const ids = async (name: string, bytes: Uint8Array) =>
    (await entriesOf(await opened(name, bytes))).map(({ id, error }) => error ?? id);
  const [a, b, c] = [page(1), page(2), page(3)];

  test.each([
    ['a length that is too small', record({ content: response(PAGE), length: 30 })],
    ['a length that is too large', record({ content: response(PAGE), length: 500 })],
    ['no length', record({ content: response(PAGE), length: 'x' })],
    ['garbage', Buffer.from('garbage\n\r\n')],
  ])('%s', async (_, broken) => {
    expect(await ids('a.warc', Buffer.concat([a!, broken, b!, c!]))).toEqual([
      'urn:uuid:1',
      'damaged',
      'urn:uuid:2',
      'urn:uuid:3',
    ]);
  });

  test('a file that is cut off anywhere', async () => {
    const whole = Buffer.concat([a!, b!]);
    const cut = fc.integer({ min: a!.length + 1, max: whole.length - 5 });
    await fc.assert(
      fc.asyncProperty(cut, async (end) => {
        expect(await ids('a.warc', whole.subarray(0, end))).toEqual(['urn:uuid:1', 'damaged']);
      }),
      { numRuns: 30 },
    );
  });

  test('a member of gzip that is damaged or cut off', async () => {
    const members = [a!, b!, c!].map((bytes) => gzipSync(bytes));
    const damaged = Buffer.from(members[1]!).fill(0xff, 60, 90);
    expect(await ids('a.warc.gz', Buffer.concat([members[0]!, damaged, members[2]!]))).toEqual([
      'urn:uuid:1',
      'damaged',
      'urn:uuid:3',
    ]);
    const cut = Buffer.concat(members).subarray(0, -40);
    expect(await ids('a.warc.gz', cut)).toEqual(['urn:uuid:1', 'urn:uuid:2', 'damaged']);
  });

  test('nothing, and what is no WARC at all', async () => {
    const found = await entriesOf(await opened('a.warc', ''));
    expect(found).toMatchObject([{ record: null, error: 'empty' }]);
    expect(await ids('a.warc', Buffer.from('no archive'.repeat(100)))).toEqual(['damaged']);
  });
});

test('records are the same wherever chunks and splits end', async () => {
  const bytes = Buffer.concat([INFO, ...[1, 2, 3, 4, 5, 6].map(page)]);
  const file = await opened('a.warc', bytes);
  const whole = await entriesOf(file);
  expect(whole).toHaveLength(6);
  const reader = await readerOf('warc');
  for (const size of [1, 7, 64, 500, 1000]) {
    const chunks = async function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    };
    expect(await entriesOf({ ...file, compression: null, chunks })).toEqual(whole);
    const splits = await reader.split(file, size);
    const parts = await Promise.all(splits.map((split) => entriesOf(file, {}, split)));
    expect(parts.flat()).toEqual(whole);
    expect(splits.length).toBeGreaterThan(1);
  }
});
