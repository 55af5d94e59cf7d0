import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import type { Source } from '../../../src/contract/input.ts';
import type { Decoded } from '../../../src/document/document.ts';
import { createDecode } from '../../../src/stages/decode/index.ts';
import { DETECTED } from './samples.ts';

const decode = createDecode();
const MIXED = 'Größe, 東京, Москва, 🙂 and “quotes”.';

function read(content: Source['content'], known: Partial<Source> = {}): Decoded {
  return decode({ id: 'x', format: 'text', ...known, content });
}

function utf16be(text: string): Buffer {
  return Buffer.from(text, 'utf16le').swap16();
}

function utf32(text: string, little: boolean): Buffer {
  const points = Array.from(text, (character) => character.codePointAt(0)!);
  const out = Buffer.alloc(points.length * 4);
  points.forEach((point, i) => {
    if (little) out.writeUInt32LE(point, i * 4);
    else out.writeUInt32BE(point, i * 4);
  });
  return out;
}

const codes = ({ warnings }: Decoded): string[] => warnings.map(({ code }) => code);
const bytes = (...values: number[]): Buffer => Buffer.from(values);

describe('byte order marks', () => {
  test.each([
    ['utf-8', Buffer.concat([bytes(0xef, 0xbb, 0xbf), Buffer.from(MIXED)])],
    ['utf-16le', Buffer.concat([bytes(0xff, 0xfe), Buffer.from(MIXED, 'utf16le')])],
    ['utf-16be', Buffer.concat([bytes(0xfe, 0xff), utf16be(MIXED)])],
    ['utf-32le', Buffer.concat([bytes(0xff, 0xfe, 0, 0), utf32(MIXED, true)])],
    ['utf-32be', Buffer.concat([bytes(0, 0, 0xfe, 0xff), utf32(MIXED, false)])],
  ])('%s', (name, content) => {
    const decoded = read(content);
    expect(decoded.text).toBe(MIXED);
    expect(decoded.origin.encoding).toEqual({ name, from: 'bom', certainty: 1 });
    expect(codes(decoded)).toEqual([]);
  });

  test.each([
    ['UTF-8', bytes(0xef, 0xbb, 0xbf)],
    ['UTF-16', bytes(0xff, 0xfe)],
    ['UTF-32', bytes(0xff, 0xfe, 0, 0)],
  ])('nothing behind a mark of %s is an empty input', (_, content) => {
    expect(() => read(content)).toThrow(expect.objectContaining({ code: 'empty' }));
  });

  test('a mark beats the declared charset', () => {
    const content = Buffer.concat([bytes(0xff, 0xfe), Buffer.from(MIXED, 'utf16le')]);
    expect(read(content, { charset: 'windows-1251' }).text).toBe(MIXED);
  });

  test('UTF-8 behind a mark that holds a stray legacy byte is still read', () => {
    const content = Buffer.concat([
      bytes(0xef, 0xbb, 0xbf),
      Buffer.from('Größe und '),
      bytes(0x93),
      Buffer.from('Länge'),
    ]);
    expect(read(content).text).toContain('Größe und');
  });
});

describe('a file that is cut off inside a character', () => {
  test.each([
    ['é without its last byte', Buffer.from('Le café').subarray(0, -1), 'Le caf'],
    ['東 without one', Buffer.from('In 東').subarray(0, -1), 'In '],
    ['東 without two', Buffer.from('In 東').subarray(0, -2), 'In '],
    ['🙂 without one', Buffer.from('So 🙂').subarray(0, -1), 'So '],
    ['🙂 without two', Buffer.from('So 🙂').subarray(0, -2), 'So '],
    ['🙂 without three', Buffer.from('So 🙂').subarray(0, -3), 'So '],
    [
      'UTF-8 behind a mark',
      Buffer.concat([bytes(0xef, 0xbb, 0xbf), Buffer.from('Le café').subarray(0, -1)]),
      'Le caf',
    ],
    [
      'UTF-16 with an odd byte',
      Buffer.concat([bytes(0xff, 0xfe), Buffer.from('abc', 'utf16le'), bytes(0x64)]),
      'abc',
    ],
    [
      'UTF-32 with three',
      Buffer.concat([bytes(0xff, 0xfe, 0, 0), utf32('abc', true), bytes(1, 2, 3)]),
      'abc',
    ],
  ])('%s', (_, content, text) => {
    const decoded = read(content);
    expect(decoded.text).toBe(text);
    expect(codes(decoded)).toEqual(['truncated']);
  });

  test('UTF-16 cut inside a pair has a warning, and is well-formed', () => {
    const decoded = read(
      Buffer.concat([bytes(0xff, 0xfe), Buffer.from('ab🙂', 'utf16le').subarray(0, -2)]),
    );
    expect(decoded.text.isWellFormed()).toBe(true);
    expect(decoded.text).toContain('ab');
    expect(codes(decoded).length).toBe(1);
  });
});

describe('what is no text', () => {
  test.each([
    ['no bytes', Buffer.alloc(0), 'empty'],
    ['an empty string', '', 'empty'],
    ['white space', Buffer.from(' \r\n\t '), 'empty'],
    ['white space as a string', '\n\u00a0\n', 'empty'],
    [
      'a PNG image',
      Buffer.concat([bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), Buffer.alloc(64, 7)]),
      'binary',
    ],
    ['a PDF document', Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj', 'latin1'), 'binary'],
    [
      'a ZIP archive',
      Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(64, 3)]),
      'binary',
    ],
    ['gzip', Buffer.concat([bytes(0x1f, 0x8b, 8, 0), Buffer.alloc(64, 0xf3)]), 'binary'],
    ['zeros', Buffer.alloc(500), 'binary'],
    ['every byte', Buffer.from(Array.from({ length: 1024 }, (_, i) => (i * 7) % 256)), 'binary'],
  ])('%s', (_, content, code) => {
    expect(() => read(content)).toThrow(expect.objectContaining({ name: 'InputError', code }));
  });

  test('the message says what was found', () => {
    expect(() => read(Buffer.from('%PDF-1.7\n\xe2\xe3', 'latin1'))).toThrow('a PDF document');
    expect(() => read(Buffer.alloc(500))).toThrow('binary data');
  });

  test('text that begins as a signature does is text', () => {
    expect(read('PK is a short name for a penalty kick').text).toContain('penalty');
    expect(read(Buffer.from('PNG or JPEG? The answer depends on the picture.')).text).toContain(
      'answer',
    );
  });
});

describe('the declared charset', () => {
  const russian = 'Совет города сообщил в понедельник, что мост откроют.';
  const page = (head: string, body: string, charset: string): Buffer =>
    iconv.encode(`<html><head>${head}</head><body><p>${body}</p></body></html>`, charset);

  test.each([
    ['<meta charset="windows-1251">', 'windows-1251'],
    ["<META CHARSET='koi8-r'>", 'koi8-r'],
    ['<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">', 'windows-1251'],
    ['<meta name="x"><meta charset=iso-8859-5 />', 'iso-8859-5'],
  ])('%s', (head, charset) => {
    const decoded = read(page(head, russian, charset), { format: 'html' });
    expect(decoded.text).toContain(russian);
    expect(decoded.origin.encoding).toMatchObject({ name: charset, from: 'declared' });
  });

  test('of an XML declaration', () => {
    const content = iconv.encode(
      `<?xml version="1.0" encoding="koi8-r"?><html><p>${russian}</p></html>`,
      'koi8-r',
    );
    expect(read(content, { format: 'html' }).text).toContain(russian);
  });

  test('that was sent with the page beats the page’s own', () => {
    const content = page('<meta charset="iso-8859-1">', russian, 'windows-1251');
    const decoded = read(content, { format: 'html', charset: 'Windows-1251' });
    expect(decoded.text).toContain(russian);
  });

  test.each([
    ['latin1', 'windows-1252', 'It’s “quoted” – for 5 €'],
    ['ISO-8859-1', 'windows-1252', 'It’s “quoted” – for 5 €'],
    ['iso-8859-9', 'windows-1254', 'İstanbul’da “şehir” ığdır'],
    ['gb2312', 'gb18030', '市议会周一表示，旧桥将于下周重新开放。镕'],
    ['shift_jis', 'cp932', '市議会は月曜日、①古い橋を再開すると発表した。'],
    ['euc-kr', 'cp949', '시의회는 월요일 다리를 다시 연다고 밝혔다. 똠방각하'],
  ])('%s means what browsers read it as', (label, charset, text) => {
    const decoded = read(iconv.encode(text, charset), { charset: label });
    expect(decoded.text).toBe(text);
    expect(decoded.origin.encoding.from).toBe('declared');
  });

  test('valid UTF-8 is UTF-8, whatever is declared', () => {
    const decoded = read(Buffer.from('Größe und Länge'), { charset: 'windows-1252' });
    expect(decoded.text).toBe('Größe und Länge');
    expect(decoded.origin.encoding.from).toBe('utf-8');
  });

  test('that does not fit the bytes gives way, with a warning', () => {
    const decoded = read(iconv.encode(DETECTED.russian.text, 'windows-1251'), {
      charset: 'shift_jis',
    });
    expect(decoded.text).toBe(DETECTED.russian.text);
    expect(codes(decoded)).toContain('encoding-conflict');
  });

  test.each([
    [
      'iso-8859-1',
      'cs',
      'Starostka Jiřina Šťastná otevřela lávku přes Ohři, kterou strhla povodeň.',
    ],
    [
      'windows-1252',
      'sk',
      'Starostka Jarmila Šťastná otvorila most, ktorý vlani vzala veľká voda; žiť tu chcú ďalší.',
    ],
  ])(
    'of %s gives way to windows-1250, which has the bytes that it lacks (%s)',
    (label, lang, text) => {
      const head = `<html lang="${lang}"><meta charset="${label}">`;
      const decoded = read(iconv.encode(`${head}<p>${text}</p>`, 'windows-1250'), {
        format: 'html',
      });
      expect(decoded.text).toContain(text);
      expect(codes(decoded)).toEqual(['encoding-conflict']);
    },
  );

  test('holds for a page with a stray byte', () => {
    const text = 'The café’s owner said “we are open” – from Monday on. '.repeat(4).trim();
    const content = Buffer.concat([iconv.encode(text, 'windows-1252'), bytes(0x20, 0x9d)]);
    const decoded = read(content, { charset: 'windows-1252' });
    expect(decoded.text).toBe(`${text} \ufffd`);
    expect(decoded.origin.encoding).toMatchObject({ name: 'windows-1252', from: 'declared' });
  });

  test('of UTF-8 on a page in a legacy charset gives way, with a warning', () => {
    const decoded = read(iconv.encode(DETECTED.russian.text, 'windows-1251'), { charset: 'utf-8' });
    expect(decoded.text).toBe(DETECTED.russian.text);
    expect(codes(decoded)).toContain('encoding-conflict');
  });

  test.each([
    'x-nonsense',
    '',
    '  ',
    '__proto__',
    'constructor',
    'base64',
    'hex',
    'binary',
    'utf-16',
    'utf-16le',
    'utf-32',
    'utf-7',
    'ucs2',
  ])('%j on bytes of windows-1251 is not believed', (charset) => {
    expect(read(iconv.encode(DETECTED.russian.text, 'windows-1251'), { charset }).text).toBe(
      DETECTED.russian.text,
    );
  });

  test('ISO-2022-JP is read when it is declared, though its bytes are ASCII', () => {
    const content = bytes(0x1b, 0x24, 0x42, 0x45, 0x6c, 0x35, 0x7e, 0x1b, 0x28, 0x42);
    expect(read(content, { charset: 'iso-2022-jp' }).text).toBe('東京');
  });
});

describe('detection', () => {
  test.each(
    Object.entries(DETECTED).flatMap(([name, { text, charsets }]) =>
      charsets.map((charset) => [name, charset, text] as const),
    ),
  )('%s in %s', (_, charset, text) => {
    const decoded = read(iconv.encode(text, charset));
    expect(decoded.text).toBe(text);
    expect(decoded.origin.encoding.from).toBe('detected');
    expect(decoded.origin.encoding.certainty).toBeGreaterThan(0);
    expect(decoded.origin.encoding.certainty).toBeLessThan(1);
  });

  test.each(
    Object.entries(DETECTED).flatMap(([name, { text }]) => [
      [name, 'utf-16le', Buffer.from(text, 'utf16le')] as const,
      [name, 'utf-16be', utf16be(text)] as const,
      [name, 'utf-32le', utf32(text, true)] as const,
      [name, 'utf-32be', utf32(text, false)] as const,
    ]),
  )('%s in %s without a mark', (language, name, content) => {
    const decoded = read(content);
    expect(decoded.text).toBe(DETECTED[language as keyof typeof DETECTED].text);
    expect(decoded.origin.encoding).toMatchObject({ name, from: 'detected' });
  });

  test('small numbers of 16 bits are binary data', () => {
    const numbers = Uint16Array.from({ length: 4000 }, (_, i) => (i * i * 37) % 9000);
    expect(() => read(Buffer.from(numbers.buffer))).toThrow('binary data');
  });

  test('ISO-2022-KR and HZ, whose bytes are ASCII', () => {
    const seven = (text: string, charset: string): string =>
      Array.from(iconv.encode(text, charset), (byte) => String.fromCharCode(byte & 0x7f)).join('');
    const korean = seven('시의회는 다리를 연다고 밝혔다', 'euc-kr').replaceAll(' ', '\x0f \x0e');
    const shifted = read(Buffer.from(`\x1b$)C\n\x0e${korean}\x0f (2024).`, 'latin1'));
    expect(shifted.text).toBe('\n시의회는 다리를 연다고 밝혔다 (2024).');
    expect(shifted.origin.encoding.name).toBe('iso-2022-kr');
    const chinese = seven('老桥将于下周重新开放', 'gb2312');
    const braced = read(Buffer.from(`~{${chinese}~} ~~ 2024~\n!`, 'latin1'));
    expect(braced.text).toBe('老桥将于下周重新开放 ~ 2024!');
    expect(braced.origin.encoding.name).toBe('hz-gb-2312');
  });

  test.each(['a shell pattern ~{a,b}~ and ~{foo}~ in text', 'if (~{x: 1}.y) { return `~{ab~}`; }'])(
    '%j is no HZ',
    (text) => {
      expect(read(Buffer.from(text)).text).toBe(text);
    },
  );

  test.each([
    ['utf-16le', Buffer.from('A headline about a bridge\n\nIt is open.', 'utf16le')],
    ['utf-16be', utf16be('A headline about a bridge\n\nIt is open.')],
  ])('%s without a mark', (name, content) => {
    const decoded = read(content);
    expect(decoded.text).toBe('A headline about a bridge\n\nIt is open.');
    expect(decoded.origin.encoding).toMatchObject({ name, from: 'detected' });
  });
});

describe('UTF-8 with stray bytes', () => {
  const around = 'Größe, Länge und Höhe der Brücke. '.repeat(8);

  test.each([
    ['a quotation mark of windows-1252', bytes(0x93), '“'],
    ['an e of latin-1', bytes(0xe9), 'é'],
    ['a dash of windows-1252', bytes(0x96), '–'],
  ])('%s', (_, stray, character) => {
    const content = Buffer.concat([
      Buffer.from(`${around}\nVor `),
      stray,
      Buffer.from(` nach. ${around}`),
    ]);
    const decoded = read(content);
    expect(decoded.text).toBe(`${around}\nVor ${character} nach. ${around}`);
    expect(decoded.origin.encoding.name).toBe('utf-8');
    expect(codes(decoded)).toEqual(['mixed-encoding']);
    expect(decoded.changes).toMatchObject([
      {
        stage: 'decode',
        rule: 'stray-bytes',
        at: { line: 2, column: 5 },
        after: character,
        before: `\\x${stray.toString('hex')}`,
      },
    ]);
  });
});

describe('strings', () => {
  test('are taken as they are', () => {
    const decoded = read(MIXED);
    expect(decoded.text).toBe(MIXED);
    expect(decoded.origin.encoding).toEqual({ name: 'utf-8', from: 'string', certainty: 1 });
  });

  test('half a surrogate pair becomes U+FFFD, with a warning', () => {
    const decoded = read('a\ud800b');
    expect(decoded.text).toBe('a\ufffdb');
    expect(codes(decoded)).toEqual(['undecodable-bytes']);
  });

  test('their size and digest are those of their UTF-8', () => {
    expect(read('é').origin).toMatchObject({
      bytes: 2,
      sha256: '4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c',
    });
    expect(read(Buffer.from('é')).origin).toEqual({
      ...read('é').origin,
      encoding: { name: 'utf-8', from: 'utf-8', certainty: 1 },
    });
  });
});

test('what is known of the input is kept, and the source is not changed', () => {
  const content = Buffer.from('Some text');
  const source = Object.freeze({
    id: 'a',
    format: 'text',
    content,
    url: 'u',
    path: 'p',
    record: 3,
    extra: { k: 1 },
  } as const);
  expect(decode(source).origin).toMatchObject({
    id: 'a',
    url: 'u',
    path: 'p',
    record: 3,
    extra: { k: 1 },
  });
  expect(content.toString()).toBe('Some text');
});

describe('the format, when nobody says it', () => {
  test.each([
    ['<!doctype html><title>x</title>', 'html'],
    ['  <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"><p>x', 'html'],
    ['<?xml version="1.0"?><html><p>x</p></html>', 'html'],
    ['<!-- saved --><div>x</div>', 'html'],
    ['<p>One paragraph</p>', 'html'],
    ['<article class="a">x</article>', 'html'],
    ['Intro<p>one</p><p>two</p><br/>', 'html'],
    ['A plain line of text', 'text'],
    ['“We agreed, <...> and that is all,” he said.', 'text'],
    ['<...> the unfreezing of the assets', 'text'],
    ['The <b> tag makes text bold, <p> a paragraph.', 'text'],
    ['a < b and c > d', 'text'],
    ['<John> Hello there\n<Mary> Hi', 'text'],
    ['Write to <desk@example.org>', 'text'],
  ])('%j is %s', (content, format) => {
    expect(read(content, { format: 'auto' }).format).toBe(format);
  });

  test('is not asked when it is given', () => {
    expect(read('<p>x</p>', { format: 'text' }).format).toBe('text');
    expect(read('plain', { format: 'html' }).format).toBe('html');
  });
});
