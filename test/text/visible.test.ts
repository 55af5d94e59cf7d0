import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  columnsOf,
  isVisible,
  joinsWithoutSpace,
  visibleOf,
  visibleRange,
} from '../../src/text/visible.ts';
import { phrase } from '../support/arbitrary-text.ts';
import { runs, SLOW } from '../support/properties.ts';

const INVISIBLE = [
  ' ',
  '\t',
  '\n',
  '\u00a0',
  '\u3000',
  '\u200b',
  '\u200c',
  '\u200d',
  '\u200e',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u0000',
  '\u0085',
  '\u2028',
  '\u034f',
  '\u115f',
  '\u3164',
  '\u{e0041}',
  '\u{e0100}',
  '\ufe0f',
];

describe('visible', () => {
  test.each(INVISIBLE.map((character) => character.codePointAt(0)!.toString(16)))(
    'U+%s shows nothing',
    (code) => {
      const character = String.fromCodePoint(Number.parseInt(code, 16));
      expect(isVisible(character)).toBe(false);
      expect(visibleOf(`a${character}b${character}`)).toBe('ab');
    },
  );

  test.each(['a', '.', '—', '\u0301', '東', '🙂', '\ufffd', '\ue000', '⠀'])(
    '%j shows something',
    (character) => {
      expect(isVisible(character)).toBe(true);
      expect(visibleOf(character)).toBe(character);
    },
  );

  test('what is left is visible, or nothing is', SLOW, () => {
    fc.assert(
      fc.property(phrase, (text) => {
        expect(isVisible(text)).toBe(visibleOf(text) !== '');
        expect(visibleOf(visibleOf(text))).toBe(visibleOf(text));
      }),
      runs(5),
    );
  });
});

describe('visibleRange', () => {
  test.each([
    ['  abc  ', 0, 7, { start: 2, end: 5 }],
    ['\u200babc\u00ad', 0, 5, { start: 1, end: 4 }],
    ['abc', 0, 3, { start: 0, end: 3 }],
    ['a b c', 1, 4, { start: 2, end: 3 }],
    [' \u200b ', 0, 3, null],
    ['abc', 2, 2, null],
    ['', 0, 0, null],
    ['🙂', 0, 2, { start: 0, end: 2 }],
  ])('of %j from %i to %i', (text, start, end, expected) => {
    expect(visibleRange(text, start, end)).toEqual(expected);
  });

  test('holds all that shows', SLOW, () => {
    fc.assert(
      fc.property(phrase, (text) => {
        const range = visibleRange(text, 0, text.length);
        expect(visibleOf(range ? text.slice(range.start, range.end) : '')).toBe(visibleOf(text));
      }),
      runs(5),
    );
  });
});

describe('joining wrapped lines', () => {
  test.each([
    ['東', '京', true],
    ['。', '市', true],
    ['の', 'カ', true],
    ['東', 'a', false],
    ['a', '東', false],
    ['서', '울', false],
    ['a', 'b', false],
    ['๑', 'ก', false],
    ['', 'a', false],
  ])('%j and %j meet without a space: %s', (before, after, expected) => {
    expect(joinsWithoutSpace(before, after)).toBe(expected);
  });
});

test.each([
  ['abc', 3],
  ['東京', 4],
  ['서울', 4],
  ['ａ', 2],
  ['ｱ', 1],
  ['', 0],
])('%j takes %i columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns);
});
