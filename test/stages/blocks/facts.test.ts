import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../support/blocks.ts';

const facts = (head: string) =>
  blocksOf(`<html><head>${head}</head><body>x</body></html>`, 'html').facts;
const ld = (json: string) => facts(`<script type="application/ld+json">${json}</script>`);

describe('attributes', () => {
  test.each([
    [
      '<meta name="Author" content="Anna Berg">',
      { from: 'meta[name="author"]', name: 'author', value: 'Anna Berg' },
    ],
    [
      '<meta property="og:title" content="A &amp; B">',
      { from: 'meta[property="og:title"]', name: 'og:title', value: 'A & B' },
    ],
    [
      '<meta itemprop="datePublished" content="2024-05-03">',
      { from: 'meta[itemprop="datepublished"]', name: 'datepublished', value: '2024-05-03' },
    ],
    [
      '<meta http-equiv="last-modified" content="x">',
      { from: 'meta[http-equiv="last-modified"]', name: 'last-modified', value: 'x' },
    ],
    [
      '<meta name=a content="  two \n words ">',
      { from: 'meta[name="a"]', name: 'a', value: 'two words' },
    ],
    [
      '<link rel="canonical" href="https://a.example/b">',
      { from: 'link[rel="canonical"]', name: 'canonical', value: 'https://a.example/b' },
    ],
    [
      '<link rel="CANONICAL" href="/b">',
      { from: 'link[rel="canonical"]', name: 'canonical', value: '/b' },
    ],
  ])('%s', (head, fact) => {
    expect(facts(head)).toEqual([fact]);
  });

  test.each([
    ['without a value', '<meta name="author">'],
    ['with an empty value', '<meta name="author" content="  ">'],
    ['without a name', '<meta charset="utf-8"><meta content="x">'],
    ['another link', '<link rel="stylesheet" href="x">'],
  ])('%s states nothing', (_, head) => {
    expect(facts(head)).toEqual([]);
  });

  test('the language of the page and the times in it', () => {
    const { facts: found } = blocksOf(
      '<html lang="de-AT"><time itemprop="datePublished" class="Entry" datetime="2024-05-03T10:15">May 3</time>',
      'html',
    );
    expect(found).toEqual([
      { from: 'html[lang]', name: 'lang', value: 'de-AT' },
      {
        from: 'time[datetime]',
        name: 'time',
        value: '2024-05-03T10:15',
        type: 'datepublished entry',
      },
      { from: 'time', name: 'dated', value: 'May 3', type: 'datepublished entry' },
    ]);
  });

  test.each([
    ['<a rel="author" href="/x">Jane Roe</a>', 'a', 'writer', 'Jane Roe', 'author'],
    [
      '<span itemprop="author"><meta itemprop="name" content="Jane Roe"></span>',
      'span',
      'writer',
      'Jane Roe',
      'author',
    ],
    ['<p class="Byline">By <b>Jane Roe</b></p>', 'p', 'writer', 'By Jane Roe', 'byline'],
    ['<span class="post-date">3 May 2024</span>', 'span', 'dated', '3 May 2024', 'post-date'],
    [
      '<abbr class="published" title="2024-05-03">last week</abbr>',
      'abbr',
      'dated',
      '2024-05-03',
      'published',
    ],
    [
      '<span itemprop="datePublished" content="2024-05-03">May</span>',
      'span',
      'dated',
      '2024-05-03',
      'datepublished',
    ],
  ])('what markup calls the author or the date: %s', (html, from, name, value, type) => {
    const { facts: found } = blocksOf(`<body>${html}</body>`, 'html');
    expect(found.find((f) => f.name === name)).toEqual({ from, name, value, type });
  });

  test.each([
    ['among comments', '<ol class="commentlist"><li><a rel="author">Jane Roe</a></li></ol>'],
    ['in a long element', `<div class="author">${'word '.repeat(60)}</div>`],
    ['without text', '<span class="author"></span>'],
    ['a date class without digits', '<span class="date">today</span>'],
  ])('%s nobody is marked', (_, html) => {
    const { facts: found } = blocksOf(`<body>${html}</body>`, 'html');
    expect(found.filter((f) => f.name === 'writer' || f.name === 'dated')).toEqual([]);
  });

  test('scripts are read for dates where nothing else states one', () => {
    const script = '<script>var a = {"publishedAt":"2024-05-03T10:15:00Z","title":"x"}</script>';
    const fact = { from: 'script', name: 'script-date', value: '2024-05-03T10:15:00Z' };
    expect(facts(script)).toEqual([fact]);
    expect(facts(`<meta name="date" content="2024-05-04">${script}`)).not.toContainEqual(fact);
  });

  test('a value of a megabyte is cut', () => {
    expect(
      facts(`<meta name="a" content="${'x'.repeat(1_000_000)}">`)[0]!.value.length,
    ).toBeLessThanOrEqual(20_000);
  });
});

describe('JSON-LD', () => {
  test.each([
    [
      'text',
      '{"@type":"NewsArticle","headline":"A"}',
      [{ from: 'json-ld[0]/headline', name: 'headline', value: 'A', type: 'NewsArticle' }],
    ],
    [
      'several types: the first',
      '{"@type":["NewsArticle","X"],"headline":"A"}',
      [{ from: 'json-ld[0]/headline', name: 'headline', value: 'A', type: 'NewsArticle' }],
    ],
    [
      'no type',
      '{"headline":"A"}',
      [{ from: 'json-ld[0]/headline', name: 'headline', value: 'A' }],
    ],
    [
      'a graph',
      '{"@graph":[{"@type":"X"},{"@type":"Y","url":"u"}]}',
      [{ from: 'json-ld[0]/@graph/1/url', name: 'url', value: 'u', type: 'Y' }],
    ],
    [
      'a list',
      '[{"headline":"A"},{"headline":"B"}]',
      [
        { from: 'json-ld[0]/0/headline', name: 'headline', value: 'A' },
        { from: 'json-ld[0]/1/headline', name: 'headline', value: 'B' },
      ],
    ],
    [
      'an author',
      '{"author":{"@type":"Person","name":"Anna"}}',
      [{ from: 'json-ld[0]/author/name', name: 'author', value: 'Anna', type: 'Person' }],
    ],
    [
      'authors',
      '{"author":[{"name":"Anna"},"Ben"]}',
      [
        { from: 'json-ld[0]/author/0/name', name: 'author', value: 'Anna' },
        { from: 'json-ld[0]/author/1', name: 'author', value: 'Ben' },
      ],
    ],
    [
      'an author that stands elsewhere in the graph',
      '{"@graph":[{"author":{"@id":"#a"}},{"@type":"Person","@id":"#a","name":"Anna"}]}',
      [{ from: 'json-ld[0]/@graph/0/author/@id', name: 'author', value: 'Anna', type: 'Person' }],
    ],
    ['an author that stands nowhere', '{"author":{"@id":"#b"}}', []],
    [
      'a truth value',
      '{"isAccessibleForFree":false}',
      [{ from: 'json-ld[0]/isAccessibleForFree', name: 'isAccessibleForFree', value: 'false' }],
    ],
    [
      'a reference',
      '{"mainEntityOfPage":{"@id":"https://a.example"}}',
      [
        {
          from: 'json-ld[0]/mainEntityOfPage/@id',
          name: 'mainEntityOfPage',
          value: 'https://a.example',
        },
      ],
    ],
    ['properties of no use', '{"@type":"NewsArticle","wordCount":5,"image":"x"}', []],
    ['null everywhere', '{"headline":null,"author":null,"@graph":null}', []],
    ['no object', '"text"', []],
  ])('%s', (_, json, expected) => {
    expect(ld(json)).toEqual(expected);
  });

  test.each([
    ['a trailing comma', '{"headline":"A",}'],
    ['a trailing comma in a list', '{"headline":["A",]}'],
    ['a raw line end in a string', '{"headline":"A\n"}'],
    ['a raw tab in a string', '{"headline":"\tA"}'],
    ['CDATA', '//<![CDATA[\n{"headline":"A"}\n//]]>'],
    ['CDATA in a comment', '/*<![CDATA[*/{"headline":"A"}/*]]>*/'],
    ['an HTML comment', '<!-- {"headline":"A"} -->'],
    ['another object before it', '{"name":"X"}\n{"headline":"A"}'],
    ['a byte order mark', '\ufeff{"headline":"A"}'],
  ])('with %s is still read', (_, json) => {
    const found = ld(json);
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ name: 'headline', value: 'A' });
  });

  test.each(['{"headline": "A"', '{headline: A}', 'undefined', '', '{"a":1}{"b":'])(
    '%j is said to be broken, and no more',
    (json) => {
      const document = blocksOf(
        `<script type="application/ld+json">${json}</script><script type="application/ld+json">{"headline":"B"}</script>x`,
        'html',
      );
      expect(document.warnings.map(({ code }) => code)).toEqual(['structured-data']);
      expect(document.facts).toMatchObject([{ from: 'json-ld[1]/headline', value: 'B' }]);
    },
  );

  test('other scripts are not read', () => {
    expect(
      facts(
        '<script type="application/json">{"headline":"A"}</script><script>{"headline":"A"}</script>',
      ),
    ).toEqual([]);
  });

  test('a script with parameters in its type is', () => {
    expect(
      facts('<script type="application/LD+JSON; charset=utf-8">{"headline":"A"}</script>'),
    ).toHaveLength(1);
  });

  test('deep and wide data ends', () => {
    expect(ld(`${'['.repeat(5000)}${']'.repeat(5000)}`)).toEqual([]);
    expect(ld(`[${'{"headline":"A"},'.repeat(50_000)}{}]`).length).toBeLessThanOrEqual(2000);
    expect(ld(`{"headline":${'['.repeat(5000)}"A"${']'.repeat(5000)}}`).length).toBeLessThanOrEqual(
      1,
    );
  });
});
