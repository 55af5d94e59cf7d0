import { DOUBLE_CHARSETS, doubleUnits } from '../../../assets/double-charsets.ts';
import { decodeTable } from './charsets.ts';

/** What a wrong reading made of bytes, undone: a code unit's byte, two bytes (`high << 8 | low`), or -1. */
export type Encoder = Int32Array;

/** What bytes mean: single bytes and pairs, each a code unit or 0 for none. */
export interface Decoder {
  readonly single: Uint16Array;
  /** Indexed by `high << 8 | low`; null for a single-byte charset. */
  readonly double: Uint16Array | null;
}

/** Readings that are one in practice: their tables agree wherever both define a character. */
const MERGED: Readonly<Record<string, readonly string[]>> = {
  western: ['windows-1252', 'windows-1254', 'iso-8859-1'],
  'iso-8859-8': ['iso-8859-8'],
};

/** What Windows makes of single bytes that shift_jis leaves undefined (bestfit932.txt of Unicode's vendor mappings). */
const UNDEFINED_IN_SHIFT_JIS: ReadonlyMap<number, number> = new Map([
  [0xf8f0, 0xa0],
  [0xf8f1, 0xfd],
  [0xf8f2, 0xfe],
  [0xf8f3, 0xff],
]);

/** Makes the table from bytes to characters for a charset (not UTF-8); an unknown one is read as Latin-1. */
export function makeDecoder(charset: string): Decoder {
  return isDouble(charset) ? doubleDecoder(charset) : singleDecoder(charset);
}

/** Makes the table from characters to bytes for a charset, or for those that are tried as one, from their decoders. */
export function makeEncoder(charset: string, decoderOf: (charset: string) => Decoder): Encoder {
  const encoder = invert((MERGED[charset] ?? [charset]).map(decoderOf));
  if (charset === 'shift_jis')
    for (const [code, byte] of UNDEFINED_IN_SHIFT_JIS) encoder[code] = byte;
  return encoder;
}

/** Whether a charset has characters of two bytes. */
export function isDouble(charset: string): boolean {
  return DOUBLE_CHARSETS.has(charset);
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

/** The first of both bytes of a pair is from 81 to FE, the second from 40 to FE without 7F. */
function doubleDecoder(charset: string): Decoder {
  const packed = doubleUnits(charset);
  let at = 0;
  const next = (): number => {
    const unit = packed[at]! | (packed[at + 1]! << 8);
    at += 2;
    return unit;
  };
  const single = Uint16Array.from({ length: 256 }, (_, byte) => (byte < 0x80 ? byte : next()));
  const double = new Uint16Array(0x10000);
  for (let high = 0x81; high < 0xff; high++) {
    for (let low = 0x40; low < 0xff; low++) {
      if (low !== 0x7f) double[(high << 8) | low] = next();
    }
  }
  return { single, double };
}
