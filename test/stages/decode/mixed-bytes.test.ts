import { describe, expect, it } from 'vitest';
import { decodeMixed } from '../../../src/stages/decode/mixed-bytes.ts';
import { decodeTable } from '../../../src/stages/repair/charsets/charsets.ts';

const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');

describe('decodeMixed', () => {
  it('reads pasted windows-1252 quotes among UTF-8', () => {
    const bytes = Buffer.concat([
      utf8('Café – “ok”\nnext '),
      Buffer.of(0x93),
      utf8('quoted'),
      Buffer.of(0x94),
    ]);
    const mixed = decodeMixed(bytes);
    expect(mixed?.text).toBe('Café – “ok”\nnext “quoted”');
    expect(mixed?.edits.map((e) => [e.offset, e.length, e.replacement, e.charset])).toEqual([
      [17, 1, '“', 'windows-1252'],
      [24, 1, '”', 'windows-1252'],
    ]);
  });

  it('reads one paragraph in another charset', () => {
    const stray = Buffer.from('cff0e8e2e5f22c20ece8f0', 'hex');
    const mixed = decodeMixed(
      Buffer.concat([utf8('Привет, город\nЕщё строка\n'), stray, utf8('\nКонец')]),
    );
    expect(mixed?.text).toBe('Привет, город\nЕщё строка\nПривет, мир\nКонец');
  });

  it('leaves UTF-8 and legacy files to others', () => {
    expect(decodeMixed(utf8('Привет'))).toBeNull();
    expect(decodeMixed(Buffer.from('cff0e8e2e5f2', 'hex'))).toBeNull();
    expect(decodeMixed(Buffer.from('caf\xe9', 'latin1'))).toBeNull();
  });
});

describe('decodeTable', () => {
  it('holds 256 characters, undefined bytes as their own code points', () => {
    expect(decodeTable('cp1252')).toHaveLength(256);
    expect(decodeTable('windows-1252')?.charCodeAt(0x80)).toBe(0x20ac);
    expect(decodeTable('windows-1252')?.charCodeAt(0x81)).toBe(0x81);
    expect(decodeTable('utf-8')).toBeNull();
  });
});
