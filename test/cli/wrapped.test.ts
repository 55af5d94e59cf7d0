import { expect, test } from 'vitest';
import { wrapped } from '../../src/cli/terminal/wrapped.ts';

test('text is broken between words, what goes on is set in further', () => {
  expect(wrapped('one two three', 2, 11)).toEqual(['  one two', '      three']);
  expect(wrapped('one two three', 2, Number.POSITIVE_INFINITY)).toEqual(['  one two three']);
});

test('a word that is too long keeps its line to itself, wide characters take two columns', () => {
  expect(wrapped('a incomprehensible b', 0, 6)).toEqual(['a', '    incomprehensible', '    b']);
  expect(wrapped('한국 신문', 0, 9)).toEqual(['한국 신문']);
  expect(wrapped('한국 신문', 0, 8)).toEqual(['한국', '    신문']);
});
