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
    if (double) {
      for (let pair = 0xffff; pair >= 0x8100; pair--) if (double[pair]) out[double[pair]!] = pair;
    }
    for (let byte = 0xff; byte >= 0x80; byte--) if (single[byte]) out[single[byte]!] = byte;
  }
  if (!list[0]!.double) for (let c = 0x80; c < 0xa0; c++) if (out[c] === -1) out[c] = c;
  return out;
}

function singleDecoder(charset: string): Decoder {
  const table = decodeTable(charset) ?? decodeTable('iso-8859-1')!;
  return { single: Uint16Array.from(table, (c) => c.charCodeAt(0)), double: null };
}

const NEWLINE = 10;
const REPLACEMENT = 0xfffd;
const ICONV_NAMES: Readonly<Record<string, string>> = { 'euc-kr': 'cp949' };

/** Asks two decoders, of iconv-lite and of the platform, for every pair of bytes; the first has the say. */
function doubleDecoder(charset: string): Decoder {
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
  const platform = new TextDecoder(charset);
  const all = Buffer.from(bytes);
  const texts = [iconv.decode(all, ICONV_NAMES[charset] ?? charset), platform.decode(all)];
  const found = texts.map((text) => text.split('\n'));
  const unit = (i: number): number => {
    for (const lines of found) {
      const text = lines.length === 0x80 + pairs.length + 1 ? lines[i]! : '';
      if (text.length === 1 && text.charCodeAt(0) !== REPLACEMENT) return text.charCodeAt(0);
    }
    return 0;
  };
  const single = Uint16Array.from({ length: 256 }, (_, byte) =>
    byte < 0x80 ? byte : unit(byte - 0x80),
  );
  const double = new Uint16Array(0x10000);
  for (let i = 0; i < pairs.length; i++) double[pairs[i]!] = unit(0x80 + i);
  return { single, double };
}
