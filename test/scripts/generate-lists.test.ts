import { expect, test } from 'vitest';

interface Lists {
  exactly<Entry, Made>(
    file: string,
    names: readonly string[],
    entries: Readonly<Record<string, Entry>>,
    make: (entry: Entry) => Made,
  ): Readonly<Record<string, Made>>;
  linesOf(words: readonly string[]): string;
}

const FILE = new URL('../../scripts/generate/lists.mjs', import.meta.url).href;
const { exactly, linesOf } = (await import(FILE)) as Lists;

const text = (entry: unknown): string => String(entry);

test('what a data file has is taken in the order in which it is asked for', () => {
  const made = exactly('names.json', ['b', 'a'], { a: 1, b: 2 }, text);
  expect(Object.entries(made)).toEqual([
    ['b', '2'],
    ['a', '1'],
  ]);
});

test.each([
  [['a', 'c'], 'there is no [c]'],
  [['b'], 'nobody reads [a]'],
])('a data file with other lists than %s is an error', (names, message) => {
  expect(() => exactly('names.json', names, { a: 1, b: 2 }, text)).toThrow(message);
});

test('a word stands in a list once', () => {
  expect(linesOf(['a', 'b', 'a'])).toBe('a\nb');
});
