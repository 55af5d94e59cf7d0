import iconv from 'iconv-lite';
import { decodeTable } from './charsets.ts';

/** What a wrong reading made of bytes, undone: a code unit's byte, two bytes (`high << 8 | low`), or -1. */
export type Encoder = Int32Array;

/** What bytes mean: single bytes and pairs, each a code unit or 0 for none. */
export interface Decoder {
  readonly single: Uint16Array;
  /** Indexed by `high << 8 | low`; null for a single-byte charset. */
  readonly double: Uint16Array | null;
}

const DOUBLE = new Set(['gbk', 'big5', 'shift_jis', 'euc-kr', 'euc-jp']);
/** Readings that are one in practice: their tables agree wherever both define a character. */
const MERGED: Readonly<Record<string, readonly string[]>> = {
  western: ['windows-1252', 'windows-1254', 'iso-8859-1'],
  'iso-8859-8': ['iso-8859-8'],
};
const decoders = new Map<string, Decoder>();
const encoders = new Map<string, Encoder>();

/** Bytes to characters for a charset (not UTF-8). */
export function decoderOf(charset: string): Decoder {
  let decoder = decoders.get(charset);
  if (!decoder) {
    decoder = DOUBLE.has(charset) ? doubleDecoder(charset) : singleDecoder(charset);
    decoders.set(charset, decoder);
  }
  return decoder;
}

/** Characters to bytes for a charset, C1 controls and undefined bytes included. */
export function encoderOf(charset: string): Encoder {
  let encoder = encoders.get(charset);
  if (!encoder) {
    encoder = invert((MERGED[charset] ?? [charset]).map(decoderOf));
    encoders.set(charset, encoder);
  }
  return encoder;
}

/** Whether a charset has characters of two bytes. */
export function isDouble(charset: string): boolean {
  return DOUBLE.has(charset);
}

function invert(list: readonly Decoder[]): Encoder {
  const out = new Int32Array(0x10000).fill(-1);
  for (let c = 0; c < 0x80; c++) out[c] = c;
  for (const { single, double } of list) {
    if (double) addInverse(out, double, 0x8100);
    addInverse(out, single, 0x80);
  }
  if (!list[0]!.double) for (let c = 0x80; c < 0xa0; c++) if (out[c] === -1) out[c] = c;
  return out;
}

/** Enters what each byte or pair from `least` on means; where several mean the same, the lowest has the say. */
function addInverse(out: Encoder, meanings: Uint16Array, least: number): void {
  for (let value = meanings.length - 1; value >= least; value--) {
    if (meanings[value]) out[meanings[value]!] = value;
  }
}

function singleDecoder(charset: string): Decoder {
  const table = decodeTable(charset) ?? decodeTable('iso-8859-1')!;
  return { single: Uint16Array.from(table, (c) => c.charCodeAt(0)), double: null };
}

const NEWLINE = 10;
const REPLACEMENT = 0xfffd;
const ICONV_NAMES: Readonly<Record<string, string>> = { 'euc-kr': 'cp949' };

/** Every single byte, then every pair of bytes, a line each. */
function everyCharacter(): { bytes: Buffer; pairs: number[] } {
  const bytes: number[] = [];
  const pairs: number[] = [];
  for (let byte = 0x80; byte < 0x100; byte++) bytes.push(byte, NEWLINE);
  for (let high = 0x81; high < 0xff; high++) {
    for (let low = 0x40; low < 0xff; low++) {
      if (low === 0x7f) continue;
      bytes.push(high, low, NEWLINE);
      pairs.push((high << 8) | low);
    }
  }
  return { bytes: Buffer.from(bytes), pairs };
}

/** The code unit of each line that is one, 0 for the others; null when lines went missing. */
function unitsOf(text: string, count: number): Uint16Array | null {
  const units = new Uint16Array(count);
  let line = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) !== NEWLINE) continue;
    const unit = i === from + 1 ? text.charCodeAt(from) : 0;
    if (line < count) units[line] = unit === REPLACEMENT ? 0 : unit;
    line++;
    from = i + 1;
  }
  return line === count ? units : null;
}

/** Asks two decoders, of iconv-lite and of the platform, for every pair of bytes; the first has the say. */
function doubleDecoder(charset: string): Decoder {
  const { bytes, pairs } = everyCharacter();
  const count = 0x80 + pairs.length;
  const first = unitsOf(iconv.decode(bytes, ICONV_NAMES[charset] ?? charset), count);
  const second = unitsOf(new TextDecoder(charset).decode(bytes), count);
  const unit = (i: number): number => first?.[i] || second?.[i] || 0;
  const single = Uint16Array.from({ length: 256 }, (_, byte) =>
    byte < 0x80 ? byte : unit(byte - 0x80),
  );
  const double = new Uint16Array(0x10000);
  for (let i = 0; i < pairs.length; i++) double[pairs[i]!] = unit(0x80 + i);
  return { single, double };
}
