import { expect, test } from 'vitest';
import { statedOf } from '../../../src/readers/rows/stated.ts';

test('fields of corpora and of Articles are read', () => {
  expect(
    statedOf({
      headline: ' A bridge ',
      author: 'Jane Roe',
      publish_date: '2024-05-14',
      lang: 'en',
    }),
  ).toEqual({ title: 'A bridge', authors: ['Jane Roe'], published: '2024-05-14', language: 'en' });
  expect(
    statedOf({
      title: 'A bridge',
      authors: [{ name: 'Jane Roe', kind: 'person' }, 'Tom Doe'],
      published: { value: '2024-05-14', raw: '14 May 2024' },
      publisher: { name: 'The Courier' },
    }),
  ).toEqual({
    title: 'A bridge',
    authors: ['Jane Roe', 'Tom Doe'],
    published: '2024-05-14',
    site: 'The Courier',
  });
});

test.each([
  [{}],
  [{ title: null, authors: [], published: {}, site: 7 }],
  [{ title: '  ', author: '', date: 'x'.repeat(501) }],
  [{ title: 'two\nlines' }],
])('%j says nothing', (fields) => {
  expect(statedOf(fields)).toBeUndefined();
});
