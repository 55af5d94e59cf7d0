import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Article, articleJsonSchema } from '../../src/contract/article.ts';
import { InputError } from '../../src/contract/errors.ts';
import type { Input, Source } from '../../src/contract/input.ts';
import { BODY_TYPES, isRemoved, REMOVED_LABELS } from '../../src/contract/labels.ts';
import { WARNINGS } from '../../src/contract/warnings.ts';
import { createPipeline } from '../../src/pipeline.ts';
import { page } from '../support/arbitrary-html.ts';
import { plainText } from '../support/arbitrary-text.ts';
import { cleanFull } from '../support/desk.ts';
import { inputs } from '../support/inputs.ts';
import { runs, SLOW } from '../support/properties.ts';
import { schemaErrors } from '../support/schema.ts';
import { illFormed } from '../support/strings.ts';

/** The article, or null for an input that none can be made of; any other error is thrown on. */
function cleaned(input: Input): Article | null {
  try {
    return cleanFull(input);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

function holdsTheContract(input: Input): void {
  const article = cleaned(input);
  if (!article) return;
  expect(illFormed(article)).toEqual([]);
  expect(schemaErrors(JSON.parse(JSON.stringify(article)))).toBeNull();
  expect(Article.parse(article)).toEqual(article);
  expect(article.text).toBe(article.body.map(({ text }) => text).join('\n\n'));
  for (const { start, end, text } of article.body)
    expect(article.text.slice(start, end)).toBe(text);
}

const content = fc.oneof(
  plainText,
  page,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.uint8Array({ maxLength: 400 }),
);
const hostile = fc.oneof(
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 6 }).map((text) => text.toWellFormed()),
  fc.constantFrom('__proto__', 'constructor', 'https://a.example/b', 'not a url', ''),
);
const charset = fc.oneof(
  hostile,
  fc.constantFrom(
    'utf-8',
    'latin1',
    'windows-1251',
    'shift_jis',
    'utf-16le',
    'utf-7',
    'base64',
    'hex',
    'binary',
    'toString',
  ),
);
const fetched = fc.oneof(
  hostile,
  fc.constantFrom('2024-05-03', '2024-05-03T10:15:00+02:00', '2024-13-45', '9999-12-31', '-1'),
);
const source = fc.record(
  {
    content,
    format: fc.constantFrom('text', 'html', 'auto'),
    id: hostile,
    path: hostile,
    url: hostile,
    record: fc.integer({ min: 1 }),
    charset,
    fetched,
    extra: fc.dictionary(fc.constantFrom('a', 'tags', 'constructor'), fc.jsonValue()),
  },
  { requiredKeys: ['content'] },
) as fc.Arbitrary<Partial<Source> & Pick<Source, 'content'>>;

describe('every article holds the contract', () => {
  test.each(inputs())('$path', ({ path, content: bytes, format }) => {
    holdsTheContract({ content: bytes, format, id: path, path });
    expect(cleaned({ content: bytes, format })).not.toBeNull();
  });

  test('of generated text and pages, and of any bytes', SLOW, () => {
    fc.assert(
      fc.property(content, (any) => holdsTheContract(any)),
      runs(2),
    );
  });

  test('whatever else is said of the input', SLOW, () => {
    fc.assert(
      fc.property(source, (any) => holdsTheContract(any)),
      runs(2),
    );
  });

  test.each(['id', 'path', 'url', 'fetched', 'charset'])('half a surrogate pair as %s', (name) => {
    holdsTheContract({ content: 'A line of text', [name]: 'a\ud800b' });
  });

  test('half a surrogate pair in the fields of a row that are carried through', () => {
    holdsTheContract({ content: 'A line of text', extra: { 'a\udc00': ['\ud800'] } });
  });
});

test('the same input gives the same article, from the same pipeline and from another', SLOW, () => {
  const other = createPipeline({ ledger: 'full' });
  fc.assert(
    fc.property(fc.oneof(plainText, page), (text) => {
      const first = cleaned(text);
      expect(cleaned(text)).toEqual(first);
      if (first) expect(other.clean(text)).toEqual(first);
    }),
    runs(0.5),
  );
});

describe('keys that reach prototypes', () => {
  const script = (json: string) =>
    `<html><head><script type="application/ld+json">${json}</script></head><body><h1>A headline about a bridge</h1><p>The bridge is open again, the council said on Monday, and buses will cross it first.</p></body></html>`;

  test.each([
    '{"__proto__":{"polluted":true},"@type":"NewsArticle"}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"@graph":[{"__proto__":{"polluted":true},"author":{"__proto__":{"name":"x"}}}]}',
    '{"author":{"__proto__":{"name":"Polluter"}},"headline":{"__proto__":{"@id":"x"}}}',
    '{"mainEntity":{"__proto__":{"headline":"Polluted headline"}}}',
  ])('%s', (json) => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const article = cleanFull({ content: script(json), format: 'html' });
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(article.title).toBe('A headline about a bridge');
    expect(article.authors).toEqual([]);
  });

  test.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
    '%s as tag, class, meta name, type and charset',
    (key) => {
      const html = `<html lang="${key}"><meta name="${key}" content="x"><meta property="${key}" content="y"><meta charset="${key}"><x-${key} class="${key}">A headline that nobody wrote</x-${key}><time datetime="${key}">${key}</time><p>${key} The bridge is open again, the council said on Monday, and buses will cross it first. Cars have to wait until the last lamp is lit, which nobody expects before May.</p></html>`;
      holdsTheContract({ content: html, format: 'html' });
      holdsTheContract({
        content: Buffer.concat([Buffer.from(html), Buffer.from([0xe9])]),
        format: 'html',
        charset: key,
      });
      expect(cleaned({ content: html, format: 'html' })!.text).toContain(
        'The bridge is open again',
      );
    },
  );

  test('extra fields of a row are carried through as they are', () => {
    const extra = JSON.parse('{"a":{"b":[1,null,"x"]},"constructor":"c"}') as Record<
      string,
      unknown
    >;
    expect(cleanFull({ content: 'A line of text', extra }).extra).toEqual(extra);
  });
});

describe('the schema', () => {
  test('is draft 2020-12, with an address, and refuses what is no article', () => {
    expect(articleJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: expect.stringContaining('article-1'),
      type: 'object',
    });
    expect(schemaErrors({})).not.toBeNull();
    const article = cleanFull(
      'A headline about a bridge\n\nThe bridge is open again, the council said on Monday.',
    );
    expect(schemaErrors({ ...article, title: '' })).not.toBeNull();
    expect(schemaErrors({ ...article, schema: 'copydesk.article/2' })).not.toBeNull();
    expect(schemaErrors({ ...article, published: { value: '2024' } })).not.toBeNull();
    expect(schemaErrors({ ...article, surprise: 1 })).not.toBeNull();
  });

  test.each([
    ['an empty title', { title: '' }],
    ['a body type that is none', { body: [{ type: 'poem', text: 'x', at: {}, start: 0, end: 1 }] }],
    [
      'a removed label that is none',
      { removed: [{ at: {}, text: 'x', label: 'junk', rule: 'r', certainty: 1 }] },
    ],
    [
      'a certainty over 1',
      { removed: [{ at: {}, text: 'x', label: 'other', rule: 'r', certainty: 1.1 }] },
    ],
    [
      'a line 0',
      { removed: [{ at: { line: 0 }, text: 'x', label: 'other', rule: 'r', certainty: 1 }] },
    ],
    ['authors that are null', { authors: null }],
    ['a warning that is not in the list', { warnings: [{ code: 'odd', message: 'x' }] }],
    ['a sha256 of another length', { source: { sha256: 'abc' } }],
  ])('zod and JSON Schema both refuse %s', (_, change) => {
    const article = { ...cleanFull('A line of text'), ...change };
    expect(Article.safeParse(article).success).toBe(false);
    expect(schemaErrors(article)).not.toBeNull();
  });

  test('names the labels, body types and warnings that the product knows', () => {
    const schema = JSON.stringify(articleJsonSchema());
    for (const name of [...REMOVED_LABELS, ...BODY_TYPES, ...Object.keys(WARNINGS)]) {
      expect(schema).toContain(`"${name}"`);
    }
  });

  test('the labels that stay are not among those that go', () => {
    expect(
      (['title', 'kicker', 'subtitle', 'byline', 'section', 'date', 'body'] as const).filter(
        isRemoved,
      ),
    ).toEqual([]);
    expect(REMOVED_LABELS.every(isRemoved)).toBe(true);
  });
});
