import { describe, expect, test } from 'vitest';
import { clean } from '../../../src/index.ts';

const TITLE = 'Council keeps the old bridge';
const BODY = [
  'The council said on Monday that the bridge would close next week, and that it will be painted in the spring and opened to visitors.',
  'A firm from the next town had offered to buy it for its steel, but withdrew the offer in the winter when the protest began.',
  'Members of the museum society, who gathered four thousand names, said that they would now look for somebody to run a small café.',
  'Engineers put the cost of the repairs of the bridge at two million, of which the county will pay a third before it begins.',
];
const LONG = [...BODY, ...BODY.map((line) => `Later that day: ${line}`)];

const read = (lines: readonly string[]) => {
  const { title, authors, published, body } = clean(lines.join('\n\n'));
  return {
    title,
    authors: authors.map(({ name }) => name),
    published: published?.value ?? null,
    body: body.map(({ text }) => text),
  };
};

describe.each([
  ['a short text', BODY],
  ['a longer one', LONG],
])('under the title of %s', (_, body) => {
  test.each([
    ['Anna Berg, 3 May 2024', ['Anna Berg']],
    ['Anna Berg 3 May 2024', ['Anna Berg']],
    ['Anna Berg | 3 May 2024 | 4 min read', ['Anna Berg']],
    ['May 3, 2024 | Anna Berg', ['Anna Berg']],
    ['Anna Berg · May 3, 2024', ['Anna Berg']],
    ['Anna Berg, Tom Holm, 3 May 2024', ['Anna Berg', 'Tom Holm']],
    ['Anna Berg, le 3 mai 2024', ['Anna Berg']],
    ['Anna Berg | 3. Mai 2024', ['Anna Berg']],
    ['By Anna Berg Reviewed 3 May 2024', ['Anna Berg']],
  ])('names stand beside a date: %s', (line, authors) => {
    expect(read([TITLE, line, ...body])).toEqual({
      title: TITLE,
      authors,
      published: '2024-05-03',
      body,
    });
  });

  test.each([
    ['a name', 'Anna Berg', ['Anna Berg']],
    ['two names', 'Anna Berg and Tom Holm', ['Anna Berg', 'Tom Holm']],
  ])('%s may stand alone', (_, line, authors) => {
    expect(read([TITLE, line, ...body])).toMatchObject({ authors, body });
  });

  test('a date may be written as comments have it', () => {
    const lines = [TITLE, 'Published May 3, 2024 at 10:15 AM', 'By Anna Berg', ...body];
    expect(read(lines)).toMatchObject({ published: '2024-05-03T10:15', body });
  });

  test('how long it takes to read is no paragraph', () => {
    expect(read([TITLE, 'Lesezeit: 4 Minuten', ...body])).toMatchObject({ body });
  });

  test('a kicker’s word is one', () => {
    const article = clean([TITLE, 'OPINION', ...body].join('\n\n'));
    expect([article.kicker, article.body[0]!.text]).toEqual(['OPINION', body[0]]);
  });

  test.each(['New York, 3 May 2024', 'Actualité Le 3 mai 2024', 'الصحيفة كاملة - 12/17/2025'])(
    'no person stands in “%s”',
    (line) => {
      expect(read([TITLE, line, ...body]).authors).toEqual([]);
    },
  );
});

describe.each([
  ['a short text', BODY],
  ['a longer one', LONG],
])('below the last paragraph of %s', (_, body) => {
  test.each(['By Anna Berg', 'By Anna Berg.', 'Anna Berg', '- Anna Berg'])(
    'a name signs: %s',
    (line) => {
      expect(read([TITLE, ...body, line])).toMatchObject({ authors: ['Anna Berg'], body });
    },
  );

  test('a short sentence does not', () => {
    const last = 'By ferry.';
    expect(read([TITLE, ...body, last])).toMatchObject({ authors: [], body: [...body, last] });
  });
});

test.each(['###', 'Tags: bridge, council'])('what stands last may be no paragraph: %s', (line) => {
  expect(read([TITLE, ...LONG, line]).body).toEqual(LONG);
});

test('a name that is the first of several headings is no byline', () => {
  const [first, second, ...rest] = LONG;
  const lines = ['Anna Berg', first!, 'Tom Holm', second!, ...rest];
  expect(read([TITLE, ...lines])).toMatchObject({ authors: [], body: lines });
});

describe('names and dates in a list are body', () => {
  const lists = [
    ['Jane Roe, 14 May 2001', 'Anna Berg, 12 May 2012'],
    ['Harbour Festival, 14 May 2024', 'Crane Night | 15 May 2024'],
    ['Anna Berg – 12. Mai 1943', 'Tom Holm – 13. Mai 1950'],
  ];

  test.each(lists)('under the title: %s, %s', (...list) => {
    expect(read([TITLE, ...list, ...BODY])).toMatchObject({
      authors: [],
      body: [...list, ...BODY],
    });
  });

  test.each(lists)('between paragraphs: %s, %s', (...list) => {
    const body = [BODY[0]!, ...list, ...BODY.slice(1)];
    expect(read([TITLE, ...body])).toMatchObject({ authors: [], body });
  });
});
