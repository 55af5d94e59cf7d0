import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/document/edits.ts';
import { repair } from '../../../src/stages/repair/index.ts';
import { cases } from './cases.ts';

describe('articles in which good and damaged lines, scripts and damages are mixed', () => {
  it.each(cases('articles-mixed'))('$label', ({ input, expected }) => {
    const { text, repairs } = repair(input);
    expect(text).toBe(expected);
    expect(applyEdits(input, repairs)).toBe(expected);
    expect(repair(expected).repairs).toEqual([]);
  });
});

describe('articles about damaged text', () => {
  it.each(cases('articles-about'))('$label', ({ input, expected }) => {
    expect(input).toBe(expected);
    expect(repair(input)).toEqual({ text: expected, repairs: [] });
  });
});

describe('known failures', () => {
  it.fails.each(cases('articles-failing'))('$label', ({ input, expected }) => {
    expect(repair(input).text).toBe(expected);
  });
});

describe("the library's edge", () => {
  const ODD: readonly string[] = [
    '',
    '\0',
    '\ud800',
    '\udc00\ud83d',
    'a\udbff\ue000',
    '\ufffe\uffff',
    '\ufffd\ufffd\ufffd',
    '\u{10ffff}\u{f0000}',
    '\u202e\u2066\u200d',
    '\r\r\n\u2028\u2029',
    '?'.repeat(500),
    '&'.repeat(500),
    '&#xd800;&#0;&#1114112;',
  ];
  it.each(ODD)('leaves alone what holds no damage: %j', (input) => {
    expect(repair(input)).toEqual({ text: input, repairs: [] });
  });

  it('repairs what stands between lone surrogates and leaves them', () => {
    expect(repair('\ud800 donâ€™t \udc00').text).toBe('\ud800 don’t \udc00');
  });

  it('takes 10 MB of < and 8 MB of words on one line', () => {
    expect(repair(`${'<'.repeat(1e7)}é`).repairs).toEqual([]);
    expect(repair('été and more '.repeat(600_000)).repairs).toEqual([]);
  });

  it('takes a line of 1 MB', () => {
    const clean = 'L’été, “le port” était fermé. '.repeat(33_000);
    expect(repair(clean).repairs).toEqual([]);
  });
});
