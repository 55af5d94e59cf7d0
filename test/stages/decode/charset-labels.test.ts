import { describe, expect, it } from 'vitest';
import { charsetOf, isLegacyCharset } from '../../../src/stages/decode/charset-labels.ts';

describe('charsetOf', () => {
  it.each([
    ['ISO-8859-1', 'windows-1252'],
    ['iso_8859-1', 'windows-1252'],
    ['"Latin1"', 'windows-1252'],
    ['cp1254', 'windows-1254'],
    ['x-cp1250', 'windows-1250'],
    ['win-1251', 'windows-1251'],
    ['latin2', 'iso-8859-2'],
    ['csISO8859-2', 'iso-8859-2'],
    ['ISO8859_5', 'iso-8859-5'],
    ['iso-8859-9', 'windows-1254'],
    ['gb2312', 'gb18030'],
    ['korean', 'cp949'],
    ['koi8_r', 'koi8-r'],
    ['greek', 'iso-8859-7'],
  ])('%s is %s', (label, charset) => {
    expect(charsetOf(label)).toBe(charset);
    expect(isLegacyCharset(charset)).toBe(true);
  });
});
