import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import * as library from '../src/index.ts';
import { BODY, HEADLINE } from './support/labels.ts';

const TEXT = [HEADLINE, '', ...BODY].join('\n\n');
const PAGE = `<h1>${HEADLINE}</h1>${BODY.map((text) => `<p>${text}</p>`).join('')}`;
const BYTES = new TextEncoder().encode(TEXT);
const desk = library.createPipeline({ ledger: 'none' });

/** What `clean` throws for a value, which must be an `InputError`. */
function thrown(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    expect(error).toBeInstanceOf(library.InputError);
    return (error as library.InputError).message;
  }
  throw new Error('expected an error');
}

async function all(inputs: unknown): Promise<(library.Article | library.Failure)[]> {
  const out: (library.Article | library.Failure)[] = [];
  for await (const one of desk.cleanAll(inputs as library.Inputs)) out.push(one);
  return out;
}

const idsOf = (results: readonly (library.Article | library.Failure)[]) =>
  results.map((one) => [one.id, 'error' in one ? one.error.code : 'ok']);

describe('what clean takes', () => {
  const buffer = BYTES.buffer.slice(BYTES.byteOffset, BYTES.byteOffset + BYTES.length);

  test.each<[string, library.Input, string]>([
    ['a text', TEXT, 'text'],
    ['bytes', BYTES, 'text'],
    ['a Buffer', Buffer.from(TEXT), 'text'],
    ['an ArrayBuffer', buffer as ArrayBuffer, 'text'],
    ['a DataView', new DataView(buffer as ArrayBuffer), 'text'],
    ['{content}', { content: TEXT }, 'text'],
    ['{text}', { text: TEXT }, 'text'],
    ['{html}', { html: PAGE }, 'html'],
    ['{html} as bytes', { html: Buffer.from(PAGE) }, 'html'],
    ['an empty page and a text', { html: '', text: TEXT }, 'text'],
    ['no page and a text', { html: null, text: TEXT }, 'text'],
    ['no content and a page', { content: null, html: PAGE }, 'html'],
  ])('%s', (_, input, format) => {
    const article = desk.clean(input);
    expect(article).toMatchObject({ title: HEADLINE, id: 'input', source: { format } });
    expect(library.Article.safeParse(article).success).toBe(true);
  });

  test('a text beside a page is kept', () => {
    expect(desk.clean({ html: PAGE, text: 'As text' }).extra).toEqual({ text: 'As text' });
  });

  test('values whose text is plain', () => {
    const article = desk.clean({
      content: TEXT,
      id: 7,
      url: new URL('https://example.org/a b'),
      fetched: new Date('2024-06-13T10:00:00Z'),
      path: null,
      record: 3,
    });
    expect(article).toMatchObject({
      id: '7',
      source: { url: 'https://example.org/a%20b', path: null, record: 3 },
    });
    expect(desk.clean({ content: TEXT, id: 12n }).id).toBe('12');
    expect(desk.clean({ content: TEXT, id: '' }).id).toBe('input');
  });

  test('options that are null are none', () => {
    expect(library.clean(TEXT, null).title).toBe(HEADLINE);
    expect(library.createPipeline(null).config).toBe(library.createPipeline().config);
    expect(() => library.createPipeline('none' as never)).toThrow('expected options as an object');
    expect(() => library.createPipeline([] as never)).toThrow('found an array');
  });
});

describe('what clean refuses, with what to do', () => {
  const cases: readonly (readonly [unknown, string])[] = [
    [null, 'found null'],
    [undefined, 'found undefined'],
    [5, 'found a number (5)'],
    [{}, 'expected text, bytes or an object with content, html or text, found an object'],
    [{ id: 'x' }, 'found an object'],
    [{ content: null }, 'expected content, html or text, found none of them'],
    [{ content: 5 }, 'expected content to be text or bytes, found a number (5)'],
    [{ html: {} }, 'expected html to be text or bytes, found an object'],
    [{ content: TEXT, html: PAGE }, 'expected content or html, found both'],
    [{ content: TEXT, format: 'pdf' }, 'expected format to be one of auto, text, html'],
    [{ content: TEXT, id: {} }, 'expected id to be a text or a number, found an object'],
    [{ content: TEXT, url: 5 }, 'expected url to be an address or a URL, found a number (5)'],
    [{ content: TEXT, fetched: 'yesterday' }, 'expected fetched to be a Date or a day such as'],
    [{ content: TEXT, fetched: new Date('x') }, 'found a Date'],
    [{ content: TEXT, fetched: '2024-02-30' }, 'found "2024-02-30"'],
    [{ content: TEXT, record: 0 }, 'expected record to be the number of a row, from 1, found'],
    [{ content: TEXT, path: 5 }, 'expected path to be a path'],
    [{ content: TEXT, extra: [] }, 'expected extra to be an object, found an array'],
    [{ content: TEXT, extra: { a: undefined } }, 'expected extra to hold only what JSON can say'],
    [new URL('https://example.org/a'), 'copydesk makes no network call, so fetch it'],
    ['https://example.org/a', 'copydesk makes no network call, so fetch it'],
    [Promise.resolve(TEXT), 'found a Promise: await it first'],
    [new Response(TEXT), 'await response.arrayBuffer()'],
    [[TEXT], 'found an array: use cleanAll'],
    [Readable.from([TEXT]), 'read it first, or use cleanAll'],
    [{ content: Readable.from([TEXT]) }, 'read it first, or use cleanAll'],
    [new library.InputError('unreadable', 'it was gone'), 'it was gone'],
  ];

  test.each(cases)('%o', (input, message) => {
    expect(thrown(() => desk.clean(input as library.Input))).toContain(message);
    if (!message.includes('JSON')) {
      expect(thrown(() => desk.trace(input as library.Input, 'decode'))).toContain(message);
    }
  });

  test('and each of them is a failure in cleanAll, after which others come', async () => {
    const refused = cases.map(([input]) => input).filter((input) => !isAwaited(input));
    const results = await all([...refused, TEXT]);
    expect(results).toHaveLength(refused.length + 1);
    expect(results.slice(0, -1).every((one) => 'error' in one)).toBe(true);
    expect(results.at(-1)).toMatchObject({ id: String(refused.length + 1), title: HEADLINE });
  });

  test('repair takes texts only', () => {
    expect(thrown(() => library.repair(5 as never))).toBe(
      'expected a text to repair, found a number (5)',
    );
    expect(thrown(() => library.repair(BYTES as never))).toContain('decode bytes first');
    expect(library.repair('CafÃ© in the old town', null as never).text).toContain('Café');
  });
});

/** What `cleanAll` waits for and `clean` refuses. */
function isAwaited(input: unknown): boolean {
  const content = (input as { content?: unknown } | null | undefined)?.content;
  return input instanceof Promise || input instanceof Readable || content instanceof Readable;
}

describe('cleanAll', () => {
  test('tells inputs without ids apart', async () => {
    expect(idsOf(await all([TEXT, { id: 'x', content: '' }, { text: TEXT }, '']))).toEqual([
      ['1', 'ok'],
      ['x', 'empty'],
      ['3', 'ok'],
      ['4', 'empty'],
    ]);
  });

  test('takes generators, streams of objects, of Node and of the web', async () => {
    const inputs = [{ id: 'a', text: TEXT }, { id: 'b', text: '' }, 'x'];
    async function* generator() {
      yield* inputs;
    }
    const expected = [
      ['a', 'ok'],
      ['b', 'empty'],
      ['3', 'ok'],
    ];
    const kinds = [
      new Set(inputs),
      generator(),
      Readable.from(inputs),
      Readable.toWeb(Readable.from(inputs)),
    ];
    for (const many of kinds) expect(idsOf(await all(many))).toEqual(expected);
  });

  test('waits for promises and reads streams; what is rejected is a failure', async () => {
    const results = await all([
      Promise.resolve({ id: 'a', content: TEXT }),
      Promise.reject(new Error('no route')),
      {
        id: 'c',
        content: Readable.from([BYTES.subarray(0, 30), BYTES.subarray(30)], { objectMode: false }),
      },
      { id: 'd', html: Promise.resolve(PAGE) },
      { id: 'e', content: Promise.reject(new Error('reset')) },
      { id: 'f', content: new Response(PAGE).body, format: 'html' },
      { id: 'g', content: Readable.from([{ no: 'text' }]) },
      { id: 'h', text: Readable.from(['A story\n\n', 'in pieces that say a thing or two.']) },
    ]);
    expect(idsOf(results)).toEqual([
      ['a', 'ok'],
      ['2', 'unreadable'],
      ['c', 'ok'],
      ['d', 'ok'],
      ['e', 'unreadable'],
      ['f', 'ok'],
      ['g', 'no-text'],
      ['h', 'ok'],
    ]);
    expect(results[1]).toMatchObject({ error: { message: expect.stringContaining('no route') } });
    expect(results.slice(2, 4)).toMatchObject([{ title: HEADLINE }, { title: HEADLINE }]);
    expect(results[5]).toMatchObject({ title: HEADLINE });
  });

  test('an error that nobody foresaw is a failure too', async () => {
    const broken = {
      get content(): string {
        throw new TypeError('a getter that throws');
      },
    };
    const results = await all([broken, TEXT]);
    expect(idsOf(results)).toEqual([
      ['1', expect.any(String)],
      ['2', 'ok'],
    ]);
  });

  test.each<[unknown, string]>([
    [null, 'expected a list or a stream of inputs, found null'],
    [TEXT, ': use clean() for one'],
    [BYTES, ': use clean() for one'],
    [{ content: TEXT }, 'found an object: use clean() for one'],
    [Readable.from([BYTES], { objectMode: false }), 'pass readInputs(stream), which reads rows'],
  ])('refuses %o at once', (inputs, message) => {
    expect(thrown(() => desk.cleanAll(inputs as library.Inputs))).toContain(message);
  });
});

describe('readInputs', () => {
  const ROWS = ['{"id":"a","text":"A story\\n\\nthat is told"}', 'nope', '{"text":"B","url":5}'];

  test('reads rows, compressed or not; a bad one is a failure in its place', async () => {
    const bytes = Buffer.from(ROWS.join('\n'));
    for (const chunk of [bytes, gzipSync(bytes)]) {
      const stream = Readable.from([chunk.subarray(0, 10), chunk.subarray(10)]);
      const results = await all(library.readInputs(stream));
      expect(idsOf(results)).toEqual([
        ['a', 'ok'],
        ['2', 'not-json'],
        ['row-3', 'ok'],
      ]);
      expect(results[2]).toMatchObject({
        source: { record: 3, url: null },
        warnings: expect.arrayContaining([
          {
            code: 'ignored-field',
            message: expect.stringContaining('expected "url" to be an address of the web, found 5'),
          },
        ]),
      });
    }
  });

  test('reads one page', async () => {
    const stream = Readable.from([PAGE]);
    const [article] = await all(library.readInputs(stream, { from: 'html', id: 'page' }));
    expect(article).toMatchObject({ id: 'page', title: HEADLINE, source: { format: 'html' } });
  });

  test('refuses what is no stream', () => {
    expect(thrown(() => library.readInputs('rows.ndjson' as never))).toContain(
      'found "rows.ndjson"',
    );
    expect(thrown(() => library.readInputs(Readable.from([]), { from: 'pdf' as never }))).toContain(
      'expected from to be one of auto, text',
    );
  });
});
