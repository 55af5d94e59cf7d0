import { describe, expect, test } from 'vitest';
import * as library from '../src/index.ts';
import { BODY, HEADLINE } from './support/labels.ts';

const TEXT = [HEADLINE, '', ...BODY].join('\n\n');

test('what the library exports', () => {
  expect(Object.keys(library).sort()).toEqual([
    'Article',
    'BODY_TYPES',
    'InputError',
    'PAIRS_QUERY',
    'REMOVED_LABELS',
    'WARNINGS',
    'articleJsonSchema',
    'candidateStatements',
    'clean',
    'clusterPairs',
    'configJsonSchema',
    'createDeduper',
    'createPipeline',
    'createSigner',
    'createSiteMemory',
    'createVerifier',
    'learnDocument',
    'readInputs',
    'repair',
    'replay',
    'restore',
    'templateLines',
  ]);
});

describe('clean', () => {
  test('makes one article, with the inline ledger unless told otherwise', () => {
    const article = library.clean(TEXT);
    expect(article).toMatchObject({ schema: 'copydesk.article/1', title: HEADLINE });
    expect(article.body.map(({ text }) => text)).toEqual([...BODY]);
    expect(article.spans).toBeUndefined();
    expect(library.clean(TEXT, { ledger: 'full' }).spans?.length).toBeGreaterThan(3);
  });

  test('throws an error that says what was expected', () => {
    expect(() => library.clean('')).toThrow(library.InputError);
    expect(() => library.clean('')).toThrow('expected text or HTML');
  });
});

test('repair is reached from the library and leaves clean text alone', () => {
  expect(library.repair('Größe and “quotes”')).toEqual({ text: 'Größe and “quotes”', repairs: [] });
  expect(library.repair('CafÃ© in the old town').text).toBe('Café in the old town');
});

test('the ledger runs in both directions', () => {
  const source = { content: TEXT, id: 'a', format: 'text' } as const;
  const article = library.clean(source, { ledger: 'full' });
  expect(library.restore(article).join('\n\n')).toBe([HEADLINE, ...BODY].join('\n\n'));
  expect(library.replay(source, article)).toMatchObject({ '/title': HEADLINE, '/body/0': BODY[0] });
});

test('replay takes inputs as clean does', () => {
  for (const input of [TEXT, new TextEncoder().encode(TEXT), { content: TEXT }]) {
    const article = library.clean(input, { ledger: 'full' });
    expect(library.replay(input, article)['/title']).toBe(HEADLINE);
  }
  const article = library.clean(TEXT, { ledger: 'full' });
  expect(() => library.replay(null as never, article)).toThrow('found null');
});

test('an article parses as one', () => {
  expect(library.Article.parse(library.clean(TEXT)).title).toBe(HEADLINE);
  expect(library.articleJsonSchema()['title']).toContain('Article');
});
