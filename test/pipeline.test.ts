import { describe, expect, test } from 'vitest';
import type { Article } from '../src/contract/article.ts';
import { InputError } from '../src/contract/errors.ts';
import type { Input } from '../src/contract/input.ts';
import { createPipeline, type Failure } from '../src/pipeline.ts';
import { VERSION } from '../src/version.ts';
import { BODY, HEADLINE } from './support/labels.ts';

const EXPECTED_CONTENT = /expected content(?:, html or text, found none| to be text or bytes)/;
const TEXT = [
  HEADLINE,
  '',
  'By Anna Berg',
  '',
  ...BODY.flatMap((p) => [p, '']),
  'Leave a Reply',
].join('\n');
const PAGE = `<html><body><nav>Menu</nav><article><h1>${HEADLINE}</h1>${BODY.map((p) => `<p>${p}</p>`).join('')}<p onclick="x()">${BODY[0]} <b>Bold</b> <a href="javascript:alert(1)">link</a><script>alert(1)</script><img src=x onerror=alert(1)></p></article></body></html>`;
const HASH = /^[0-9a-f]{12}$/;
const DANGEROUS = /<script|onclick|onerror|javascript:/i;
const inline = createPipeline();

async function all(inputs: Iterable<Input> | AsyncIterable<Input>): Promise<(Article | Failure)[]> {
  const results: (Article | Failure)[] = [];
  for await (const result of inline.cleanAll(inputs)) results.push(result);
  return results;
}

const isFailure = (result: Article | Failure): result is Failure => 'error' in result;

describe('the ledger', () => {
  test.each([
    [undefined, true, false],
    ['inline', true, false],
    ['full', true, true],
    ['none', false, false],
  ] as const)('%s', (ledger, entries, spans) => {
    const article = createPipeline(ledger ? { ledger } : {}).clean(TEXT);
    expect(Object.hasOwn(article, 'removed')).toBe(entries);
    expect(Object.hasOwn(article, 'changes')).toBe(entries);
    expect(Object.hasOwn(article, 'spans')).toBe(spans);
  });

  test('how much of it is written changes nothing else', () => {
    const { removed, changes, tool, ...rest } = inline.clean(TEXT);
    const full = createPipeline({ ledger: 'full' }).clean(TEXT);
    expect(createPipeline({ ledger: 'none' }).clean(TEXT)).toEqual({
      ...rest,
      tool: expect.anything(),
    });
    expect(full.removed).toEqual(removed);
    expect(full.changes).toEqual(changes?.map((change) => expect.objectContaining(change)));
    expect(tool.version).toBe(VERSION);
  });
});

describe('the fragment', () => {
  const html = createPipeline({ html: true });

  test('is sanitized, and holds the body', () => {
    const { html: fragment, body } = html.clean({ content: PAGE, format: 'html' });
    expect(fragment).toContain(BODY[1]);
    expect(fragment).not.toMatch(DANGEROUS);
    expect(fragment).not.toContain('Menu');
    expect(body.length).toBeGreaterThanOrEqual(4);
  });

  test('is not made of plain text, nor unasked', () => {
    expect(html.clean(TEXT).html).toBeUndefined();
    expect(inline.clean({ content: PAGE, format: 'html' }).html).toBeUndefined();
  });
});

describe('the configuration', () => {
  test('has a short hash that tells configurations apart and is the same every time', () => {
    const options = [{}, { ledger: 'full' }, { ledger: 'none' }, { html: true }] as const;
    const hashes = options.map((option) => createPipeline(option).config);
    expect(new Set(hashes).size).toBe(options.length);
    expect(options.map((option) => createPipeline(option).config)).toEqual(hashes);
    for (const hash of hashes) expect(hash).toMatch(HASH);
  });

  test('defaults are the same as not saying anything', () => {
    expect(createPipeline({ ledger: 'inline', html: false }).config).toBe(inline.config);
  });

  test('stands in every article', () => {
    expect(inline.clean(TEXT).tool).toEqual({ version: VERSION, config: inline.config });
  });

  test('is frozen', () => {
    expect(Object.isFrozen(inline)).toBe(true);
    expect(() => Object.assign(inline, { config: 'x' })).toThrow(TypeError);
  });

  test('is not read again when the options change afterwards', () => {
    const options: { ledger: 'full' | 'none' } = { ledger: 'none' };
    const pipeline = createPipeline(options);
    options.ledger = 'full';
    expect(pipeline.clean(TEXT).spans).toBeUndefined();
    expect(pipeline.config).toBe(createPipeline({ ledger: 'none' }).config);
  });

  test('that is none is refused', () => {
    expect(() => createPipeline({ ledger: 'everything' as 'full' })).toThrow('ledger');
  });
});

describe('a trace', () => {
  const page = { content: PAGE, format: 'html', url: 'https://post.example/a' } as const;

  test('stops behind any stage and gives what flows there', () => {
    expect(inline.trace(page, 'decode').text).toBe(PAGE);
    expect(inline.trace(page, 'parse').tree?.firstChild?.tagName).toBe('html');
    expect(inline.trace(TEXT, 'parse').tree).toBeNull();
    const { blocks } = inline.trace(page, 'blocks');
    expect(blocks.map(({ copy }) => copy.text)).toContain(HEADLINE);
    const labels = inline.trace(page, 'label').blocks.map(({ spans }) => spans[0]?.label);
    expect(labels).toContain('title');
    expect(inline.trace(page, 'metadata').metadata.url).toBe('https://post.example/a');
    expect(inline.trace(page, 'render')).toMatchObject({ links: null, images: null, html: null });
  });

  test('of the last stage is the article', () => {
    expect(inline.trace(page, 'assemble')).toEqual(inline.clean(page));
    expect(inline.trace(TEXT, 'assemble')).toEqual(inline.clean(TEXT));
  });

  test('up to a stage that there is not is refused', () => {
    expect(() => inline.trace(TEXT, 'magic' as 'label')).toThrow(
      'expected one of the stages decode, parse, blocks',
    );
  });

  test('shows what user rules pin before label speaks', () => {
    const desk = createPipeline({ sites: [{ host: '*', drop: { selectors: ['nav'] } }] });
    const { blocks } = desk.trace(page, 'rules');
    expect(blocks.map(({ pins }) => pins.length)).toEqual([1, ...blocks.slice(1).map(() => 0)]);
  });
});

describe('inputs', () => {
  test('a string, bytes and an object with content give the same article', () => {
    const article = inline.clean(TEXT);
    expect(inline.clean({ content: TEXT })).toEqual(article);
    const { source, ...rest } = inline.clean(Buffer.from(TEXT));
    expect(rest).toEqual({ ...article, source: undefined, ...rest });
    expect(source.encoding.from).toBe('utf-8');
    expect(rest.body).toEqual(article.body);
  });

  test('bytes that share a buffer with others are read alone', () => {
    const buffer = Buffer.from(`garbage${TEXT}garbage`);
    const view = new Uint8Array(buffer.buffer, buffer.byteOffset + 7, Buffer.byteLength(TEXT));
    expect(inline.clean(view).title).toBe(HEADLINE);
    expect(inline.clean(view).source.bytes).toBe(Buffer.byteLength(TEXT));
  });

  test('what is known of an input stands in the article', () => {
    const article = inline.clean({
      content: TEXT,
      id: 'a/b',
      path: 'a/b.txt',
      url: 'https://post.example/a',
      record: 7,
      extra: { k: [1] },
    });
    expect(article.id).toBe('a/b');
    expect(article.source).toMatchObject({
      path: 'a/b.txt',
      url: 'https://post.example/a',
      record: 7,
      format: 'text',
    });
    expect(article.extra).toEqual({ k: [1] });
  });

  test('what is not known is null', () => {
    expect(inline.clean(TEXT).source).toMatchObject({ path: null, url: null, record: null });
    expect(inline.clean(TEXT).id).toBe('input');
  });

  test.each([
    'not a url',
    '',
    'http://',
    'javascript:alert(1)',
    '::bad::',
    'https://a.example/%ff',
  ])('the malformed address %j is no error', (url) => {
    expect(inline.clean({ content: TEXT, url }).title).toBe(HEADLINE);
  });

  test.each([[5], [null], [undefined], [{}], [['a']]])(
    'content %j is refused with what was expected',
    (content) => {
      const clean = () => inline.clean({ content: content as unknown as string });
      expect(clean).toThrow(InputError);
      expect(clean).toThrow(EXPECTED_CONTENT);
    },
  );

  test('an input that is changed afterwards does not change the article', () => {
    const bytes = Buffer.from(TEXT);
    const article = inline.clean(bytes);
    const before = structuredClone(article);
    bytes.fill(0x20);
    expect(article).toEqual(before);
  });

  test('one article does not change the next', () => {
    const before = inline.clean(TEXT);
    inline.clean({ content: PAGE, format: 'html' });
    inline.clean('Совет открыл мост\n\nМост открыли в понедельник, сообщил совет города.');
    expect(inline.clean(TEXT)).toEqual(before);
  });
});

describe('many inputs', () => {
  test('come out in order, failures in their place', async () => {
    const results = await all([
      TEXT,
      { content: '', id: 'empty' },
      { content: PAGE, id: 'page' },
      { content: Buffer.alloc(400), id: 'zeros' },
      TEXT,
    ]);
    expect(results.map(({ id }) => id)).toEqual(['1', 'empty', 'page', 'zeros', '5']);
    expect(results.map((result) => (isFailure(result) ? result.error.code : 'article'))).toEqual([
      'article',
      'empty',
      'article',
      'binary',
      'article',
    ]);
    expect(
      results.filter(isFailure).every(({ error }) => error.message.startsWith('expected')),
    ).toBe(true);
  });

  test('an input whose content is none fails in its place, and the rest goes on', async () => {
    const results = await all([{ content: 5 as unknown as string, id: 'five' }, TEXT]);
    expect(results.map((result) => (isFailure(result) ? result.error.code : 'article'))).toEqual([
      'no-text',
      'article',
    ]);
    expect(results[0]!.id).toBe('five');
  });

  test('of an asynchronous source are read one by one, and no further than asked', async () => {
    let read = 0;
    async function* source() {
      for (let i = 0; i < 10; i++) {
        read += 1;
        yield { content: TEXT, id: String(i) };
      }
    }
    const ids: string[] = [];
    for await (const { id } of inline.cleanAll(source())) {
      ids.push(id);
      if (ids.length === 3) break;
    }
    expect(ids).toEqual(['0', '1', '2']);
    expect(read).toBe(3);
  });

  test('none give none', async () => {
    expect(await all([])).toEqual([]);
  });

  test('an error of the source itself is thrown on', async () => {
    function* source(): Generator<Input> {
      yield TEXT;
      throw new Error('the disk is gone');
    }
    await expect(all(source())).rejects.toThrow('the disk is gone');
  });
});
