import { costOf, plainCost } from '../../language-model/text-cost.ts';
import { loadModel } from '../../language-model/trigram-model.ts';
import { iconv } from './iconv.ts';

/**
 * Charsets that text is looked for in, by iconv-lite's names, with bits for how rare each is among pages and files:
 * one has to read a text so much better than the commonest to be taken for it. Set by hand, like all numbers here, on
 * sentences in 35 languages written in the charsets of each.
 */
const CHARSETS: readonly (readonly [charset: string, bits: number])[] = [
  ['windows-1252', 0],
  ['windows-1250', 2],
  ['windows-1251', 2],
  ['gb18030', 2],
  ['cp932', 2],
  ['iso-8859-2', 3],
  ['iso-8859-15', 3],
  ['windows-1253', 3],
  ['windows-1254', 3],
  ['windows-1255', 3],
  ['windows-1256', 3],
  ['windows-1257', 3],
  ['koi8-r', 3],
  ['big5-hkscs', 3],
  ['cp949', 3],
  ['euc-jp', 3],
  ['koi8-u', 4],
  ['ibm866', 4],
  ['iso-8859-5', 5],
  ['iso-8859-6', 5],
  ['iso-8859-7', 5],
  ['iso-8859-8', 5],
  ['iso-8859-13', 5],
  ['windows-1258', 5],
  ['cp850', 5],
  ['macintosh', 5],
  ['windows-874', 6],
  ['cp437', 6],
  ['cp852', 6],
  ['iso-8859-4', 7],
  ['cp737', 7],
  ['cp857', 7],
  ['cp862', 7],
  ['maccyrillic', 7],
  ['maccenteuro', 7],
  ['cp775', 8],
  ['iso-8859-3', 8],
  ['iso-8859-16', 14],
];
/** Bits of a charset that is none of these. */
const OTHER = 8;
/** Bits of a character that a charset does not have: as many as the costliest character that is kept. */
const UNDECODABLE = 30;
/** Bytes that are weighed, of the lines that hold any above 127. */
const SAMPLE_BYTES = 4096;
/** The byte that ends a line. */
const LINE_FEED = 0x0a;

/** A charset with the bits of what it makes of a text, how rare it is included. */
export interface Weighed {
  readonly charset: string;
  readonly bits: number;
}

/** The charset by whose reading the characters of a sample are the likeliest. */
export function likeliestCharset(sample: Uint8Array): Weighed {
  return CHARSETS.map(([charset]) => weighed(sample, charset)).reduce((best, next) =>
    next.bits < best.bits ? next : best,
  );
}

/** What a charset makes of a sample; one that is not known costs more than any. */
export function weighed(sample: Uint8Array, charset: string): Weighed {
  if (!iconv().encodingExists(charset)) return { charset, bits: Number.POSITIVE_INFINITY };
  const codes = Array.from(readAs(sample, charset), (c) => c.codePointAt(0)!);
  const isWide = (i: number): boolean => i >= 0 && i < codes.length && codes[i]! >= 0x80;
  const isNear = (i: number): boolean => isWide(i) || isWide(i - 1) || isWide(i - 2);
  const bits = costOf(loadModel(), codes, codes.length, plainCost, isNear);
  const rarity = CHARSETS.find(([name]) => name === charset)?.[1] ?? OTHER;
  return { charset, bits: bits + rarity + codes.filter(isUndecodable).length * UNDECODABLE };
}

/** A sample read in a charset that iconv-lite knows. */
export function readAs(sample: Uint8Array, charset: string): string {
  return iconv().decode(Buffer.from(sample), charset);
}

/** U+FFFD, a control of the second set, or a private character: no charset of text is meant by them. */
export function isUndecodable(code: number): boolean {
  return code === 0xfffd || (code >= 0x80 && code < 0xa0) || (code >= 0xe000 && code < 0xf900);
}

/** The first lines that hold bytes above 127, some 4 KB of them. */
export function wideLines(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let at = 0; at < bytes.length && size < SAMPLE_BYTES; ) {
    const newline = bytes.indexOf(LINE_FEED, at);
    const end = newline < 0 ? bytes.length : newline + 1;
    const line = bytes.subarray(at, end);
    const first = line.findIndex((byte) => byte > 0x7f);
    if (first >= 0) {
      const part = lineAround(line, first, SAMPLE_BYTES - size);
      parts.push(part);
      size += part.length;
    }
    at = end;
  }
  return Buffer.concat(parts);
}

/** A line that is not too long, or what of it begins a little before a byte. */
function lineAround(line: Uint8Array, at: number, room: number): Uint8Array {
  if (line.length <= room) return line;
  const space = line.lastIndexOf(0x20, at) + 1;
  return line.subarray(space, space + room);
}
