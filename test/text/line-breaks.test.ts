import { describe, expect, it } from 'vitest';
import { lineBreaks, splitLines } from '../../src/text/line-breaks.ts';

/** A text's UTF-8, or bytes of another charset, as Latin-1 shows them. */
const misread = (bytes: Buffer): string => bytes.toString('latin1');
const utf8 = (text: string): string => misread(Buffer.from(text));

describe('splitLines', () => {
  it('knows every line break of Unicode', () => {
    expect(splitLines('a\nb\rc\r\nd\u2028e\u2029f\fg\vh')).toEqual([...'abcdefgh']);
  });

  it.each([
    ['of sentences', 'One line.\u0085Another one.\u0085', ['One line.', 'Another one.', '']],
    ['of words', 'Café\u0085Thé\u0085Lait', ['Café', 'Thé', 'Lait']],
    [
      'behind ß',
      'Erste Straße\u0085Zweite\u0085Gruß\u0085Ende',
      ['Erste Straße', 'Zweite', 'Gruß', 'Ende'],
    ],
    ['beside other breaks', 'Kopf\nZeile\u0085Fuß', ['Kopf', 'Zeile', 'Fuß']],
    ['in Cyrillic', 'Первая строка\u0085Вторая строка', ['Первая строка', 'Вторая строка']],
    ['of which one goes on', 'one line\u0085Two\u0085 three', ['one line', 'Two', ' three']],
    [
      'between sentences with quotes of windows-1252',
      '\u0093No.\u0094\u0085Then he left.',
      ['\u0093No.\u0094', 'Then he left.'],
    ],
  ])('ends lines at U+0085: %s', (_, text, lines) => {
    expect(splitLines(text)).toEqual(lines);
  });

  it.each([
    ['pl', utf8('Będą jechać nocą')],
    ['pl, at the end', utf8('nocą')],
    ['ru', utf8('Хор вышел из храма в четверг')],
    ['el', utf8('Ακούσαμε τους κατοίκους')],
    ['sv', utf8('Ångermanland')],
    ['lv', utf8('Ņemiet vērā')],
    ['ar', utf8('مدينة')],
    ['hi', utf8('अब')],
    ['zh', utf8('共同')],
    ['pl, as ISO 8859-2', 'nocÄ\u0085 w Warszawie'],
    ['lv, as ISO 8859-2', 'Ĺ\u0085emiet'],
    ['twice', utf8(utf8('Ångström'))],
  ])('keeps letters of UTF-8 whole: %s', (_, text) => {
    expect(splitLines(text)).toEqual([text]);
  });

  it.each([
    ['an ellipsis behind a word', 'They would think again\u0085 but not now'],
    ['one at the end', 'They would think again\u0085'],
    ['one before a word', 'and\u0085 \u0085then nothing'],
    ['one beside quotes of windows-1252', '\u0093Wait\u0085\u0094 she said'],
    ['one before a name, quotes elsewhere', '\u0093Wait\u0085Anna!\u0094'],
    ['à of cp437', 'de Paris \u0085 Lyon, en \u0082t\u0082'],
    ['ö of Mac Roman', 'gro\u0085e'],
  ])('keeps bytes of other charsets: %s', (_, text) => {
    expect(splitLines(text)).toEqual([text]);
  });
});

describe('lineBreaks', () => {
  it('says where lines end', () => {
    expect(lineBreaks('a\r\nb\u0085C')).toEqual([
      { start: 1, end: 3 },
      { start: 4, end: 5 },
    ]);
  });

  it('agrees with splitLines', () => {
    const text = `${utf8('nocą')}\nA.\u0085B\r\r\n\u2028c`;
    expect(lineBreaks(text)).toHaveLength(splitLines(text).length - 1);
  });
});
