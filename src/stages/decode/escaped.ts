import { iconv } from './iconv.ts';

/** Text whose bytes are all ASCII, with marks between which pairs of them are one character each. */
export interface Escaped {
  readonly charset: 'iso-2022-jp' | 'iso-2022-kr' | 'hz-gb-2312';
  readonly text: string;
}

// ISO-2022-JP (RFC 1468) switches to kanji by ESC $ B or ESC $ @.
const TO_KANJI = /\x1b\$[B@]/;
/** ISO-2022-KR (RFC 1557) names its set of characters at the start of a line, and shifts to it by SO, back by SI. */
const NAMES_KOREAN = '\x1b$)C';
const KOREAN = /\x0e([\x21-\x7e\x20]*)(?:\x0f|(?=[\r\n])|$)/g;
/** HZ (RFC 1843): `~{`, pairs of GB 2312, `~}`; `~~` is a tilde, one at the end of a line joins the next to it. */
const CHINESE = /~(?:\{((?:[\x21-\x77][\x21-\x7e])*)~\}|(~)|(\n))/g;
const HAS_CHINESE = /~\{(?:[\x21-\x77][\x21-\x7e])+~\}/g;
/** The share of a text's pairs, 0 to 1, that must be ideograms: set by hand, for `~{` is no rare find in programs. */
const MIN_IDEOGRAMS = 0.7;
/** Ideograms that there must be at least. */
const LEAST_IDEOGRAMS = 4;
const IDEOGRAM = /\p{sc=Han}/gu;
const NO_ASCII = /[^\0-\x7f]/;
/** The bit by which EUC tells its pairs from ASCII. */
const HIGH = 0x80;

/** Bytes of a charset that escapes to pairs of ASCII bytes, decoded; null when they are in none. */
export function escapedText(bytes: Uint8Array): Escaped | null {
  const isLikely = bytes.includes(0x1b) || bytes.includes(0x7e);
  if (!isLikely) return null;
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (NO_ASCII.test(raw)) return null;
  if (TO_KANJI.test(raw)) return japanese(bytes);
  if (raw.includes(NAMES_KOREAN)) return { charset: 'iso-2022-kr', text: korean(raw) };
  return chinese(raw);
}

function japanese(bytes: Uint8Array): Escaped | null {
  try {
    const text = new TextDecoder('iso-2022-jp', { fatal: true }).decode(bytes);
    return { charset: 'iso-2022-jp', text };
  } catch {
    return null;
  }
}

function korean(raw: string): string {
  const bare = raw.replaceAll(NAMES_KOREAN, '');
  return bare.replace(KOREAN, (_, pairs: string) => inPairs(pairs, 'cp949'));
}

function chinese(raw: string): Escaped | null {
  const found = (raw.match(HAS_CHINESE) ?? []).map((part) => inPairs(part.slice(2, -2), 'gb18030'));
  const all = found.join('');
  const ideograms = all.match(IDEOGRAM)?.length ?? 0;
  if (ideograms < LEAST_IDEOGRAMS || ideograms < [...all].length * MIN_IDEOGRAMS) return null;
  const text = raw.replace(CHINESE, (_, pairs: string | undefined, tilde: string | undefined) =>
    pairs === undefined ? (tilde ?? '') : inPairs(pairs, 'gb18030'),
  );
  return { charset: 'hz-gb-2312', text };
}

function inPairs(pairs: string, charset: string): string {
  const bytes = Array.from(pairs, (c) => (c === ' ' ? 0x20 : c.charCodeAt(0) | HIGH));
  return iconv().decode(Buffer.from(bytes), charset);
}
