import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOf, tokensOf } from '../../src/text/tokens.ts';
import { phrase } from '../support/arbitrary-text.ts';
import { runs, SLOW } from '../support/properties.ts';

test.each([
  ['The Bridge, reopened!', ['the', 'bridge', 'reopened']],
  ['COMMENTS (12)', ['comments', '#']],
  ['3,400 views', ['#', 'views']],
  ['1.2K likes', ['#', 'likes']],
  ['5 min read', ['#', 'min', 'read']],
  ['٣ تعليقات', ['#', 'تعليقات']],
  ['शेयर करें', ['शेयर', 'करें']],
  ['市议会', ['市', '议', '会']],
  ['กข', ['ก', 'ข']],
  ['한국 뉴스', ['한국', '뉴스']],
  ['東京 news', ['東', '京', 'news']],
  ['ＡＢＣ ﬁn', ['abc', 'fin']],
  ['—|•', []],
  ['', []],
])('tokens of %j', (line, tokens) => {
  expect(tokensOf(line)).toEqual(tokens);
});

describe('keys', () => {
  test.each([
    ['Leave a Reply', 'LEAVE A REPLY:'],
    ['3 comments', '4 Comments'],
    ['“No way” – mayor', "'No way' - mayor"],
    ['ＡＢＣ', 'abc'],
    ['one  two', 'one two'],
  ])('%j and %j have the same', (one, other) => {
    expect(keyOf(one)).toBe(keyOf(other));
  });

  test.each([
    ['comments', 'comment'],
    ['3 comments', 'comments'],
    ['café', 'cafe'],
  ])('%j and %j have not', (one, other) => {
    expect(keyOf(one)).not.toBe(keyOf(other));
  });

  test('a key’s key is itself, and asking again gives the same', SLOW, () => {
    fc.assert(
      fc.property(phrase, (text) => {
        const key = keyOf(text);
        expect(keyOf(text)).toBe(key);
        expect(keyOf(key)).toBe(key);
      }),
      runs(5),
    );
  });

  test('of 10,000 lines are the same the second time', () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, i) => `Line ${String.fromCharCode(97 + (i % 26))} of ${i}`,
    );
    const first = lines.map(keyOf);
    expect(lines.map(keyOf)).toEqual(first);
    expect(first[0]).toBe('line a of #');
  });
});

test.each([
  ['ŞƏRH YAZIN', 'Şərh yazın'],
  ['İLGİLİ HABERLER', 'İlgili haberler'],
  ['HABERLERİ İNCELEYİN', 'haberleri inceleyin'],
])('capitals of Turkish and Azerbaijani have the key of small letters: %s', (capitals, small) => {
  expect(keyOf(capitals)).toBe(keyOf(small));
});
