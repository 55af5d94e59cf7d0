import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { createPipeline } from '../../../src/pipeline.ts';
import { repair } from '../../../src/stages/repair/index.ts';
import { charactersOf } from '../../../src/stages/repair/losses/lost-characters.ts';
import { provenMark } from '../../../src/stages/repair/losses/proven-marks.ts';

const pointsOf = (text: string): number[] => Array.from(text, (c) => c.codePointAt(0)!);

describe('charactersOf', () => {
  const always = (): boolean => true;
  const at = (byte: number) => (found: number) => found === byte;

  it('reads bytes of which none is lost', () => {
    expect(charactersOf([0xe4, 0xb8, 0xad], 0x41, always)).toEqual([0x4e2d]);
  });

  it('fills a gap with the bytes at which a decoder gives up', () => {
    expect(charactersOf([0xe4, 0xb8, -1], 0xe5, at(0x80))).toEqual([0x4e00]);
  });

  it('fills it with any where the decoder would have given up at none', () => {
    expect(charactersOf([0xe4, 0xb8, -1], 0xe5, () => false)).toHaveLength(64);
  });

  it('knows of two lost bytes only where a character stood, if they may be many', () => {
    expect(charactersOf([0xec, -1, -1], 0x20, always)).toEqual([0xfffd]);
    expect(charactersOf([-1, -1, 0x80], 0x20, always)).toEqual([]);
  });
});

describe('provenMark', () => {
  const marked = (text: string): number | null => {
    const codes = pointsOf(text);
    return provenMark(codes, codes.indexOf(0xfffd), (i) => codes[i] === 0xfffd);
  };

  it.each([
    ['the mayor\ufffds office', '’'],
    ['“Nobody knew,\ufffd she said.', '”'],
    ['«\u00a0Rien\ufffd, dit-il.', '»'],
    ['He said ‘wait\ufffd.', '’'],
    ['“It didn’t work\ufffd', '”'],
  ])('%s', (text, mark) => {
    expect(String.fromCodePoint(marked(text)!)).toBe(mark);
  });

  it.each([
    ['said \ufffd after a night'],
    ['nobody knew\ufffd'],
    ['“the workers\ufffd strike” was over'],
    ['“the workers\ufffd strike\ufffd was over'],
    ['“One” and more\ufffd'],
    ['„Niemand weiß es\ufffd'],
  ])('proves nothing: %s', (text) => {
    expect(marked(text)).toBeNull();
  });
});

describe('bytes that windows-1252 does not have', () => {
  const misread = (text: string): string =>
    iconv.decode(Buffer.from(text), 'windows-1252').replaceAll('\ufffd', '');

  it.each([
    '白浜市は四日、老朽化のため閉鎖していた旧灯台の修復工事が終わると発表した。',
    '工事費は三億二千万円で、半分を国の補助金で、残りを市民からの寄付でまかなったという。',
  ])('are guessed where they are gone inside characters: %s', (text) => {
    expect(repair(misread(text)).text).toBe(text);
  });
});

describe('what is lost', () => {
  const desk = createPipeline();
  const warningsOf = (content: string) =>
    desk
      .clean({ content, format: 'text' })
      .warnings.filter(({ code }) => code === 'undecodable-bytes');

  it('has a warning with its place', () => {
    expect(warningsOf('A headline here\n\nOne \ufffd word and another \ufffd one.')).toEqual([
      {
        code: 'undecodable-bytes',
        message:
          '2 characters are lost: U+FFFD stands in the input, or where bytes of it are missing',
        at: { line: 3, column: 5 },
      },
    ]);
  });

  it('has none where nothing is', () => {
    expect(warningsOf('A headline here\n\nOne word and another one.')).toEqual([]);
  });

  it('is never another character than the source had', () => {
    const source = 'Die Bürger – so heißt es – „wollen nichts“ als Ruhe… 漢字と仮名 한국어 서울';
    for (const charset of ['gbk', 'big5', 'shift_jis', 'euc-kr']) {
      const input = new TextDecoder(charset).decode(Buffer.from(source));
      const had = new Set([...source, ...input, '\ufffd']);
      expect([...repair(input).text].filter((c) => !had.has(c))).toEqual([]);
    }
  });
});
