import { expect, test, vi } from 'vitest';
import { copydesk, folder } from '../cli/bin.ts';
import { record, response } from '../support/warc.ts';
import { story } from './inputs.ts';

vi.setConfig({ testTimeout: 240_000 });

const page = (i: number, more = '') =>
  `<html><head><title>Storm</title></head><body><article><h1>Storm ${i} closes the bridge</h1><p>${story(i)}</p>${more}</article></body></html>`;
const LONG = `The bridge is closed. `.repeat(2000);
const warc = (id: string, html: string) =>
  record({
    id: `urn:${id}`,
    uri: `https://a.example/${id}`,
    content: response(Buffer.from(html), { 'Content-Type': 'text/html' }),
  });

const INPUTS: [string, string | Buffer][] = [
  [
    'a.ndjson',
    [story(1), story(2) + LONG, story(3)]
      .map((text, i) => JSON.stringify({ id: `row ${i + 1}`, text }))
      .join('\n'),
  ],
  [
    'a.json',
    JSON.stringify(
      [story(1), story(2) + LONG, story(3)].map((text, i) => ({ id: `row ${i + 1}`, text })),
    ),
  ],
  ['a.csv', `id,text\nrow 1,"${story(1)}"\nrow 2,"${story(2)}${LONG}"\nrow 3,"${story(3)}"\n`],
  [
    'a.warc',
    Buffer.concat([warc('a', page(1)), warc('b', page(2, `<p>${LONG}</p>`)), warc('c', page(3))]),
  ],
];

test.each(INPUTS)(
  'an entry above --max-bytes is one failure that names it and the limit, its neighbours are whole (%s)',
  async (name, content) => {
    const root = folder({ [name]: content });
    const clean = ['clean', root, '--to', 'ndjson', '-q'];
    const all = (await copydesk(clean)).stdout.trimEnd().split('\n');
    expect(all).toHaveLength(3);
    const { code, stdout, stderr } = await copydesk([...clean, '--max-bytes', '10k']);
    const [first, failed, last, ...more] = stdout.trimEnd().split('\n');
    expect({ code, more, first, last }).toEqual({ code: 2, more: [], first: all[0], last: all[2] });
    expect(JSON.parse(failed!)).toEqual({
      id: JSON.parse(all[1]!).id,
      source: { path: `${root}/${name}`, record: 2 },
      error: {
        code: 'too-large',
        message: expect.stringContaining('an article of at most 10240 bytes (--max-bytes), found '),
      },
    });
    expect(stderr).toContain(`${name}, re`.slice(0, -2));
    expect(stderr.split('\n').filter((line) => line.includes('[too-large]'))).toHaveLength(1);
  },
);

test('a row that no memory is to hold is one failure, too', async () => {
  const bytes = 65 * 1024 * 1024;
  const input = `${JSON.stringify({ id: 'a', text: story(1) })}\n{"id":"big","text":"${'x'.repeat(bytes)}"}\n${JSON.stringify({ id: 'z', text: story(2) })}\n`;
  const args = ['clean', '-', '--from', 'ndjson', '--to', 'ndjson', '-q'];
  const { code, stdout } = await copydesk(args, { input });
  const found = stdout
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(code).toBe(0);
  expect(found.map(({ id, error }) => [id, error?.message])).toEqual([
    ['a', undefined],
    [null, 'expected a row of at most 64 MB, found a longer one'],
    ['z', undefined],
  ]);
});

test('--max-bytes is no more than a string can hold', async () => {
  const { code, stderr } = await copydesk(['clean', folder(), '--max-bytes', '600MB']);
  expect(code).toBe(2);
  expect(stderr).toContain('expected --max-bytes to be a size such as 500k or 10MB, at most 256MB');
});
