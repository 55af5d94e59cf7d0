import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/document/edits.ts';
import { decodeTable } from '../../../src/stages/repair/charsets/charsets.ts';
import { createRepairer, repair } from '../../../src/stages/repair/index.ts';

/** Controls of the second set, first and later bytes of UTF-8 in latin-1, as pairs and alone. */
const CONTROLS = [
  '\u0080',
  '\u0085',
  '\u0093',
  '\u009d',
  'â\u0080\u0099',
  'Ã\u0083',
  'Â\u0085',
  'é\u0081',
];
/** What double-byte sets leave of damage beside what they could not read. */
const DOUBLES = [
  '锟',
  '斤拷',
  '鈥�',
  '�檚',
  '茅�',
  '癒�',
  '챕',
  '횄�',
  '�ﾃ',
  '邃�',
  '㈑',
  '\ue000',
];
const BROKEN = [
  '\ud83d',
  '\udc00',
  '\ud800\ud800',
  '\udfff\ud83d',
  '�',
  '��',
  '�?',
  '\0',
  '\ufeff',
  '\uffff',
  '\u200f',
];
const WORDS = [
  'the café',
  'été',
  'Ärger',
  'москва',
  'είπε',
  'القاهرة',
  'กรุงเทพ',
  '北京',
  'の',
  '서울',
  '12',
  ' ',
  '’',
  '“',
];
const DAMAGED = ['donâ€™t', 'cafÃ©', 'РјРѕСЃРєРІР°', '‚Äú', 'Ã', 'â€', 'Â', 'å\u008c—'];

const line = fc
  .array(fc.constantFrom(...CONTROLS, ...DOUBLES, ...BROKEN, ...WORDS, ...DAMAGED), {
    maxLength: 9,
  })
  .map((parts) => parts.join(''));
const article = fc.array(line, { maxLength: 6 });
const RUNS = { numRuns: 400 };
const LONE = /\p{Cs}/gu;

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

describe('what no charset explains', () => {
  it('replays line by line in an article, and never makes text that is not well-formed', () => {
    const repairAll = createRepairer();
    fc.assert(
      fc.property(article, (lines) => {
        const edits = repairAll(lines);
        expect(edits).toHaveLength(lines.length);
        lines.forEach((text, i) => {
          for (const { offset, length, replacement } of edits[i]!) {
            expect(replacement.isWellFormed()).toBe(true);
            expect(text.slice(offset, offset + length)).not.toBe(replacement);
            expect(offset + length).toBeLessThanOrEqual(text.length);
          }
          if (text.isWellFormed()) expect(applyEdits(text, edits[i]!).isWellFormed()).toBe(true);
        });
      }),
      RUNS,
    );
  });

  it('leaves lone surrogates and NULs where they were', () => {
    fc.assert(
      fc.property(article, (lines) => {
        const input = lines.join('\n');
        const { text } = repair(input);
        expect(count(text, LONE)).toBe(count(input, LONE));
        expect(text.split('\0')).toHaveLength(input.split('\0').length);
      }),
      RUNS,
    );
  });

  it('puts in no U+FFFD, and neither controls nor private use that were not there', () => {
    fc.assert(
      fc.property(line, (input) => {
        const { text } = repair(input);
        for (const unwanted of [/�/g, /[\u0080-\u009f]/g, /[\ue000-\uf8ff]/g])
          expect(count(text, unwanted)).toBeLessThanOrEqual(count(input, unwanted));
      }),
      RUNS,
    );
  });

  it('says the same of its own output, where one chain did the damage', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 }),
        fc.constantFrom(
          'windows-1252',
          'windows-1250',
          'windows-1251',
          'koi8-r',
          'cp437',
          'macintosh',
        ),
        (words, readAs) => {
          const { text } = repair(misread(words.join(' '), readAs));
          expect(repair(text).text).toBe(text);
        },
      ),
      RUNS,
    );
  });
});

/** A text's UTF-8 read as another charset. */
function misread(text: string, readAs: string): string {
  const table = decodeTable(readAs)!;
  return Array.from(Buffer.from(text, 'utf8'), (byte) => table[byte]!).join('');
}
