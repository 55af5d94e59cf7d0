import { expect, test } from 'vitest';
import { parseRow, rowId, rowSource } from '../../../src/readers/rows/rows.ts';
import { isDate } from '../../../src/text/is-date.ts';

const row = (raw: string) => parseRow({ number: 1, bytes: Buffer.from(raw) });
const source = (raw: string) => rowSource(row(raw), 'x', { record: 1 });

test.each([
  ['nope', 'not-json', 'expected a JSON object, found "nope"'],
  ['', 'not-json', 'empty line'],
  ['[1]', 'not-a-row', 'found an array'],
  ['null', 'not-a-row', 'found null'],
  ['"\u001b[2J', 'not-json', 'u{1b}'],
])('the line %j is refused', (raw, code, message) => {
  expect(() => row(raw)).toThrow(
    expect.objectContaining({ code, message: expect.stringContaining(message) }),
  );
});

test('bytes that are no UTF-8, and lines over the limit, are refused', () => {
  expect(() => parseRow({ number: 1, bytes: Buffer.from([0x22, 0xff, 0x22]) })).toThrow('no UTF-8');
  expect(() => parseRow({ number: 1, bytes: null })).toThrow('64 MB');
});

test.each([
  ['{"id":1}', '"text" or "html", found neither'],
  ['{"text":5}', '"text" to be a string, found a number'],
  ['{"html":null}', '"html" to be a string, found null'],
  ['{"text":["a"]}', 'found an array'],
  ['{"text":""}', 'an article in the field "text", found it empty'],
  ['{"html":"","text":null}', 'an article in the field "html", found it empty'],
])('the row %s has no text', (raw, message) => {
  expect(() => source(raw)).toThrow(message);
});

test('ids are kept digit for digit', () => {
  expect(rowId(row('{"id":"a"}'))).toBe('a');
  expect(rowId(row('{"id":17}'))).toBe('17');
  expect(rowId(row('{"id": 1234567890123456789}'))).toBe('1234567890123456789');
  expect(rowId(row('{"id":""}'))).toBeNull();
  expect(rowId(row('{"id":"\\ud800"}'))).toBe('\ufffd');
});

test('fields that are not known become extra, dangerous ones too', () => {
  const { extra } = source('{"id":1,"text":"a","x":[1],"__proto__":{"y":1},"url":null}');
  expect(Object.keys(extra!)).toEqual(['x', '__proto__']);
  expect(({} as Record<string, unknown>)['y']).toBeUndefined();
});

test('html goes before text, which is kept', () => {
  expect(source('{"html":"<p>a","text":"b"}')).toMatchObject({
    content: '<p>a',
    format: 'html',
    extra: { text: 'b' },
  });
});

test('an address that is none, or not of the web, is ignored', () => {
  for (const url of ['null', '"no address"', '"javascript:alert(1)"', '5']) {
    expect(source(`{"text":"a","url":${url}}`).url).toBeUndefined();
  }
  expect(source('{"text":"a","url":"https://a.example/"}').url).toBe('https://a.example/');
});

test('the row knows best when it was fetched', () => {
  const from = { record: 1, fetched: '2024-01-01' };
  expect(rowSource(row('{"text":"a","fetched":"2023-05-06"}'), 'x', from).fetched).toBe(
    '2023-05-06',
  );
  expect(rowSource(row('{"text":"a","fetched":"soon"}'), 'x', from).fetched).toBe('2024-01-01');
  expect(isDate('2024-13-45')).toBe(false);
});

test.each([
  ['{"text":"a","url":5}', ['expected "url" to be an address of the web, found 5']],
  ['{"text":"a","url":"not an address"}', ['found "not an address"']],
  ['{"text":"a","url":{},"id":{}}', ['expected "id" to be a text or a number', 'found {}']],
  ['{"text":"a","fetched":"yesterday"}', ['expected "fetched" to be a date such as 2024-06-13']],
  ['{"text":"a","fetched":"2024-02-30"}', ['found "2024-02-30"']],
  ['{"text":"a","charset":8,"html":5}', ['expected "html" to be a text', 'expected "charset"']],
  ['{"text":"a","__proto__":{"x":1}}', ['"__proto__" is no name of a field']],
  ['{"text":"a","id":null,"url":null,"fetched":"","html":"","title":5}', []],
  ['{"text":"a","id":7,"url":"https://a.example/","fetched":"2024-06-13T10:00:00Z"}', []],
])('%s: what is left out of a row is said', (raw, expected) => {
  const warnings = source(raw).warnings ?? [];
  expect(warnings).toHaveLength(expected.length);
  for (const [i, message] of expected.entries()) {
    expect(warnings[i]).toMatchObject({
      code: 'ignored-field',
      message: expect.stringContaining(message),
    });
  }
});

test('days that no month has are no dates', () => {
  expect(['2024-02-29', '2024-02-30', '2023-02-29', '2024-04-31T10:00:00Z'].map(isDate)).toEqual([
    true,
    false,
    false,
    false,
  ]);
});
