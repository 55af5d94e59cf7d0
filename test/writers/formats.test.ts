import { expect, test } from 'vitest';
import type { Article } from '../../src/contract/article.ts';
import { format } from '../../src/writers/formats.ts';
import { toMarkdown } from '../../src/writers/markdown.ts';
import { toText } from '../../src/writers/text.ts';

type Block = Omit<Article['body'][number], 'at' | 'start' | 'end'>;

const JSON_DOCUMENT = /^\{\n {2}"schema": .*\n\}\n$/s;
const BARE: Article = {
  schema: 'copydesk.article/1',
  id: 'a',
  source: {
    path: null,
    url: null,
    record: null,
    format: 'text',
    bytes: 0,
    sha256: '0'.repeat(64),
    encoding: { name: 'utf-8', from: 'string', certainty: 1 },
  },
  tool: { version: '0', config: '0' },
  title: null,
  kicker: null,
  subtitle: null,
  section: null,
  byline: null,
  authors: [],
  agency: null,
  dateline: null,
  published: null,
  modified: null,
  pageDate: null,
  relativeDate: null,
  language: null,
  url: null,
  site: null,
  tags: [],
  paywalled: null,
  body: [],
  text: '',
  warnings: [],
};

function article(facts: Partial<Article>, ...body: Block[]): Article {
  return { ...BARE, ...facts, body: body.map((block) => ({ ...block, at: {}, start: 0, end: 0 })) };
}

test('text holds title, subtitle and body', () => {
  const list = [
    { type: 'list-item', text: 'one' },
    { type: 'list-item', text: 'two' },
  ] as const;
  const given = article({ title: 'T', subtitle: 'S' }, { type: 'paragraph', text: 'P' }, ...list);
  expect(toText(given)).toBe('T\n\nS\n\n\nP\n\n- one\n- two\n');
  expect(toText(article({}, { type: 'paragraph', text: 'P' }))).toBe('P\n');
});

test('Markdown keeps what looks like markup as text', () => {
  const text = '# 1 *is* [not](a) <b> _link_ &amp; so';
  expect(toMarkdown(article({ title: 'a_b' }, { type: 'paragraph', text }))).toBe(
    '# a\\_b\n\n\\# 1 \\*is\\* \\[not\\](a) \\<b> \\_link\\_ &amp;amp; so\n',
  );
  const year = { type: 'paragraph', text: '2024. Then\n- and' } as const;
  expect(toMarkdown(article({}, year))).toBe('2024\\. Then\n\\- and\n');
});

test('Markdown writes lists, quotes, tables and fences', () => {
  const given = article(
    {},
    { type: 'heading', text: 'H', level: 3 },
    { type: 'list-item', text: 'c' },
    { type: 'list-item', text: 'a', ordered: true },
    { type: 'list-item', text: 'b', ordered: true },
    { type: 'quote', text: 'q\nr' },
    { type: 'table', text: 'x\ty|z\n-1.5\t3. a' },
    { type: 'preformatted', text: '```\ncode' },
  );
  expect(toMarkdown(given)).toBe(
    [
      '### H\n',
      '- c\n',
      '1. a\n2. b\n',
      '> q\n> r\n',
      '| x | y\\|z |\n| --- | --- |\n| -1.5 | 3. a |\n',
      '````\n```\ncode\n````\n',
    ].join('\n'),
  );
});

test('JSON is indented and ends with a newline; rows stand in one line', () => {
  const given = article({ title: 'T\u2028' }, { type: 'paragraph', text: 'P' });
  expect(format(given, 'json')).toMatch(JSON_DOCUMENT);
  expect(format(given, 'ndjson').split('\n')).toHaveLength(2);
});
