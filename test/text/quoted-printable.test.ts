import { describe, expect, it } from 'vitest';
import { createPipeline } from '../../src/pipeline.ts';
import { repair } from '../../src/stages/repair/index.ts';
import {
  decodeQuotedPrintable,
  decodeWords,
  quotedPrintableIn,
} from '../../src/text/quoted-printable.ts';

const desk = createPipeline();
const decoded = (content: string) => desk.trace({ content, format: 'text' }, 'decode');

describe('quotedPrintableIn', () => {
  it.each([
    ['letters of UTF-8', 'Le caf=C3=A9 est ouvert =E2=80=93 d=C3=A8s neuf heures.'],
    ['letters beside a soft break', 'Das B=FCro =F6ffnet um neun, sagte der =\nB=FCrgermeister.'],
    ['soft breaks and an encoded sign', 'one =\ntwo =\nthree =\n2 + 2 =3D 4'],
    ['attributes of HTML', '<p class=3D"a">Le caf=C3=A9 d=C3=A9j=C3=A0</p>'],
  ])('tells it by %s', (_, text) => {
    expect(quotedPrintableIn(text)).toEqual({ start: 0, charset: null });
  });

  it('tells it by the header of a mail, with its charset', () => {
    const head =
      'Subject: Hallo\nContent-Type: text/plain;\n charset="ISO-8859-2"\nContent-Transfer-Encoding: quoted-printable\n\n';
    expect(quotedPrintableIn(`${head}a=EA b`)).toEqual({
      start: head.length,
      charset: 'iso-8859-2',
    });
  });

  it.each([
    ['a sum', '2 + 2 = 4'],
    ['code', 'const a = 1;\nlet b =\n  2;\nif (a == b) c =\n  3;'],
    ['an underlined heading', 'Heading\n=======\nText'],
    ['addresses', 'https://example.org/?q=C3&b=A9 and https://example.org/?id=B0'],
    ['a page', '<a href="https://example.org/?a=B0&b=C3">x</a>'],
    ['one escape that is talked about', 'The bytes =E2 are part of it.'],
    ['other letters', 'Im Büro heißt es =C3=A9 und =C3=A8.'],
    ['no sign at all', 'Nothing here'],
  ])('finds none in %s', (_, text) => {
    expect(quotedPrintableIn(text)).toBeNull();
    expect(decoded(text).text).toBe(text);
  });
});

describe('decodeQuotedPrintable', () => {
  it('joins lines before it reads bytes', () => {
    const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString();
    expect(decodeQuotedPrintable('caf=C3=\n=A9 =\r\nnoir', utf8)).toBe('café noir');
  });
});

describe('decodeWords', () => {
  it('reads encoded words, and joins those that stand beside each other', () => {
    const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
    expect(decodeWords('=?ISO-8859-1?Q?Caf=E9_noir?= =?ISO-8859-1?B?6XTp?= x', latin1)).toBe(
      'Café noirété x',
    );
    expect(decodeWords('=?x-unknown?Q?a?=', () => null)).toBe('=?x-unknown?Q?a?=');
  });
});

describe('a quoted-printable text', () => {
  it.each([
    [
      'de',
      'ISO-8859-1',
      'Der B=FCrgermeister =F6ffnet die Br=FCcke.',
      'Der Bürgermeister öffnet die Brücke.',
    ],
    ['pl', 'iso-8859-2', 'Most zostaje, m=F3wi=B1 w=B3adze.', 'Most zostaje, mówią władze.'],
    ['ru', 'windows-1251', '=CC=EE=F1=F2 =EE=F2=EA=F0=FB=EB=E8.', 'Мост открыли.'],
    ['ru', 'koi8-r', '=ED=CF=D3=D4 =CF=D4=CB=D2=D9=CC=C9.', 'Мост открыли.'],
    ['ja', 'shift_jis', '=8B=B4=82=CD=8Ec=82=E9=81B', '橋は残る。'],
    ['zh', 'gb2312', '=C7=C5=B1=A3=C1=F4=CF=C2=C0=B4=A1=A3', '桥保留下来。'],
    [
      'es',
      'UTF-8',
      'El puente sigue en pie, dijo ma=C3=B1ana.',
      'El puente sigue en pie, dijo mañana.',
    ],
  ])('%s is decoded by its charset, %s', (_, charset, body, expected) => {
    const head = (encoding: string) =>
      `Subject: x\nContent-Type: text/plain; charset=${charset}\nContent-Transfer-Encoding: ${encoding}\n\n`;
    const { text, changes } = decoded(head('quoted-printable') + body);
    expect(text).toBe(head('8bit') + expected);
    expect(changes.map(({ rule }) => rule)).toEqual(['quoted-printable']);
  });

  it('is decoded by repair where escapes are, and only there', () => {
    const text = 'La mairie a d=C3=A9cid=C3=A9 de fermer l=E2=80=99ancien =\npont. 2 + 2 =3D 4.';
    expect(repair(text, { escapes: true }).text).toBe(
      'La mairie a décidé de fermer l’ancien pont. 2 + 2 = 4.',
    );
    expect(repair(text).text).toBe(text);
  });
});
