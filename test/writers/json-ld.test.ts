import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/contract/article.ts';
import { jsonLdText, toJsonLd } from '../../src/writers/json-ld.ts';
import { cleanFull } from '../support/desk.ts';
import { inputs } from '../support/inputs.ts';

const schema = JSON.parse(
  readFileSync(new URL('news-article.schema.json', import.meta.url), 'utf8'),
) as object;
const validate = new Ajv2020({ allErrors: true, strict: false }).compile(schema);

const DECK = /^Councillors decided .* year\.$/;
const MODIFIED = /^2024-05-04T08:00:00/;
const BODY = /^The council .* cross first\.$/s;

const PAGE = `<html lang="en-GB"><head><title>Ferry stays - Marrow Courier</title>
<link rel="canonical" href="https://marrow.example/ferry">
<meta property="og:site_name" content="Marrow Courier">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle",
"headline":"Harbour town votes to keep its last ferry","datePublished":"2024-05-03T10:15:00+02:00",
"dateModified":"2024-05-04T08:00:00Z","author":[{"@type":"Person","name":"Jane Roe"}],
"articleSection":"Politics","keywords":["ferry","harbour"],"isAccessibleForFree":false}</script></head>
<body><article><h1>Harbour town votes to keep its last ferry</h1>
<p class="standfirst">Councillors decided after a long night that the ship stays in the harbour for a year.</p>
<p>The council voted on Tuesday to spend another four million on the ferry, which has been idle since the floods.</p>
<p>Engineers told members that the new engine would be in before the winter, and that buses may cross first.</p>
</article></body></html>`;

const article = (changes: Partial<Article> = {}): Article => ({
  ...cleanFull({ content: PAGE, format: 'html', id: 'ferry' }),
  ...changes,
});

describe('an article as structured data', () => {
  test('holds every property that Google recommends and copydesk knows', () => {
    expect(toJsonLd(article())).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      identifier: 'ferry',
      mainEntityOfPage: { '@type': 'WebPage', '@id': 'https://marrow.example/ferry' },
      url: 'https://marrow.example/ferry',
      headline: 'Harbour town votes to keep its last ferry',
      description: expect.stringMatching(DECK),
      datePublished: '2024-05-03T10:15:00+02:00',
      dateModified: expect.stringMatching(MODIFIED),
      author: [{ '@type': 'Person', name: 'Jane Roe' }],
      publisher: { '@type': 'NewsMediaOrganization', name: 'Marrow Courier' },
      articleSection: 'Politics',
      keywords: ['ferry', 'harbour'],
      inLanguage: 'en',
      isAccessibleForFree: false,
      wordCount: 39,
      articleBody: expect.stringMatching(BODY),
    });
  });

  test('authors are typed by kind', () => {
    const authors = [
      { name: 'Jane Roe', kind: 'person' },
      { name: 'Harbour Watch', kind: 'organization' },
      { name: 'News desk', kind: 'desk' },
      { name: 'TASS', kind: 'agency' },
    ] as const;
    const { author } = toJsonLd(article({ authors: [...authors] }));
    expect(author?.map((party) => party['@type'])).toEqual([
      'Person',
      'Organization',
      'Organization',
      'NewsMediaOrganization',
    ]);
  });

  test('an agency and a dateline are kept', () => {
    const dateline = { raw: 'MARROW (TASS) -', place: 'MARROW', date: null, agency: 'TASS' };
    expect(toJsonLd(article({ agency: 'TASS', dateline }))).toMatchObject({
      sourceOrganization: { '@type': 'NewsMediaOrganization', name: 'TASS' },
      dateline: 'MARROW (TASS) -',
      locationCreated: { '@type': 'Place', name: 'MARROW' },
    });
  });

  test.each(['year', 'month'] as const)(
    'a date that gives no more than a %s is left out',
    (precision) => {
      const value = precision === 'year' ? '2024' : '2024-05';
      const published = { value, precision, certainty: 'stated', from: 'x', raw: value } as const;
      expect(toJsonLd(article({ published }))).not.toHaveProperty('datePublished');
    },
  );

  test('a subtitle without a stop is the alternative headline', () => {
    const data = toJsonLd(article({ subtitle: 'One ship, one town' }));
    expect(data.alternativeHeadline).toBe('One ship, one town');
    expect(data).not.toHaveProperty('description');
  });

  test('words of scripts without spaces are counted', () => {
    const data = toJsonLd(article({ text: '市议会周二投票决定再拨款', language: 'zh' }));
    expect(data.wordCount).toBeGreaterThan(3);
    expect(data.wordCount).toBeLessThan(12);
  });

  test('a language that is no code does no harm', () => {
    expect(toJsonLd(article({ language: 'not a code' })).wordCount).toBe(39);
  });

  test('a page without an article is no news article', () => {
    const data = toJsonLd(article({ body: [], text: '' }));
    expect(data['@type']).toBe('WebPage');
    expect(data.name).toBe('Harbour town votes to keep its last ferry');
    expect(validate(data)).toBe(true);
  });

  test('nothing in it can end a script element', () => {
    const title = 'Why </script><!-- hides text';
    const written = jsonLdText(article({ title }));
    expect(written).not.toContain('<');
    expect((JSON.parse(written) as { headline: string }).headline).toBe(title);
  });
});

describe('every fixture', () => {
  test.each(inputs())('$path', ({ path, content, format }) => {
    const cleaned = cleanFull({ id: path, content, format });
    const data = JSON.parse(jsonLdText(cleaned)) as Record<string, unknown>;
    expect(validate(data) ? [] : validate.errors).toEqual([]);
    expect('headline' in data || 'name' in data).toBe(cleaned.title !== null);
    expect('author' in data).toBe(cleaned.authors.length > 0);
    expect('publisher' in data).toBe(cleaned.site !== null);
  });

  test('the schema rejects what is not as schema.org has it', () => {
    const data = toJsonLd(article());
    expect(validate({ ...data, author: 'Jane Roe' })).toBe(false);
    expect(validate({ ...data, datePublished: 'May 3, 2024' })).toBe(false);
    expect(validate({ ...data, '@type': 'Article' })).toBe(false);
    expect(validate({ ...data, articleBody: '' })).toBe(false);
  });
});
