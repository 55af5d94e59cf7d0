import { describe, expect, test } from 'vitest';
import { createPipeline } from '../../../src/pipeline.ts';

const CONTENT = 'A line of text';
const desk = createPipeline();

describe('what the caller gave', () => {
  test('is copied into the article', () => {
    const extra = { list: [1, null, { deep: true }], constructor: 'x' };
    const article = desk.clean({ content: CONTENT, path: 'a.txt', record: 3, extra });
    expect(article.source).toMatchObject({ path: 'a.txt', url: null, record: 3 });
    expect(article.extra).toEqual(extra);
    expect(article.extra?.['list']).not.toBe(extra.list);
  });

  test('keeps no field that would change what the copy inherits', () => {
    const extra = JSON.parse('{"__proto__": {"a": 1}, "b": 2}') as Record<string, unknown>;
    expect(Object.keys(desk.clean({ content: CONTENT, extra }).extra!)).toEqual(['b']);
  });

  test.each([
    [{ extra: { a: undefined } }, 'expected extra to hold only what JSON can say'],
    [{ extra: { a: [Number.NaN] } }, 'expected extra to hold only what JSON can say'],
    [{ path: 5 as unknown as string }, 'expected path to be a path, found a number (5)'],
    [{ record: 0 }, 'expected record to be the number of a row, from 1, found a number (0)'],
  ])('is refused where it is not what the contract says: %o', (given, message) => {
    expect(() => desk.clean({ content: CONTENT, ...given })).toThrow(message);
  });
});
