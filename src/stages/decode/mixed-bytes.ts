import { loadModel, type Model } from '../../language-model/trigram-model.ts';
import { isDouble } from '../repair/charsets/codecs.ts';
import { decoderOf } from '../repair/tables.ts';
import { REPLACEMENT } from '../repair/text/characters.ts';
import {
  bytesAfter,
  isContinuation,
  isLead,
  isShortest,
  isSurrogate,
  leadBits,
  withByte,
} from '../repair/text/utf8.ts';

/** A stretch of bytes that are not UTF-8, decoded. */
export interface StrayEdit {
  /** Where the replacement stands in the decoded text, in UTF-16 units. */
  readonly offset: number;
  readonly length: number;
  readonly bytes: Uint8Array;
  readonly replacement: string;
  readonly charset: string;
}

/** A stretch of a line: valid UTF-8, or bytes that are not. */
interface ByteSpan {
  readonly from: number;
  readonly to: number;
  readonly stray: boolean;
}

interface ByteLine {
  readonly spans: readonly ByteSpan[];
  /** Characters of two bytes and more, and stray bytes. */
  readonly wide: number;
  readonly stray: number;
}

/** What stray bytes may be, with bits for how rare it is. Set by hand. */
const CHARSETS: readonly (readonly [string, number])[] = [
  ['windows-1252', 0],
  ['windows-1250', 4],
  ['windows-1251', 4],
  ['windows-1253', 5],
  ['windows-1254', 6],
  ['windows-1255', 6],
  ['windows-1256', 6],
  ['windows-1257', 6],
  ['iso-8859-2', 6],
  ['koi8-r', 6],
  ['cp866', 7],
  ['cp850', 7],
  ['macintosh', 7],
  ['gbk', 7],
  ['big5', 7],
  ['shift_jis', 7],
  ['euc-kr', 7],
];
/** The byte that ends a line. */
const NEWLINE = 10;
/** Lines with stray bytes that the text's charset is told from. Set by hand. */
const SAMPLE = 40;
/** Bits by which another charset than the text's must read a line better to be taken for it. Set by hand. */
const ANOTHER = 12;
/** Bits for a byte that a charset does not have: as many as the costliest character that is kept. */
const UNDECODABLE = 30;
/** The last code point of Unicode. */
const LAST = 0x10ffff;
const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Reads bytes that are UTF-8 but for some stray legacy ones (a pasted quote, a paragraph in another
 * charset), each stretch for itself. Null when they are UTF-8 throughout, or better read as a legacy file.
 */
export function decodeMixed(bytes: Uint8Array): { text: string; edits: StrayEdit[] } | null {
  const lines = linesOf(bytes);
  const broken = lines.filter((line) => line.stray > 0);
  if (broken.length === 0 || !mostlyUtf8(lines, broken)) return null;
  const model = loadModel();
  const common = bestCharset(model, bytes, broken.slice(0, SAMPLE));
  let text = '';
  const edits: StrayEdit[] = [];
  for (const line of lines) {
    const charset = line.stray > 0 ? charsetOf(model, bytes, line, common) : common;
    for (const { from, to, stray } of spansOf(line, charset)) {
      const part = bytes.subarray(from, to);
      const replacement = stray ? decode(part, charset) : utf8.decode(part);
      if (stray) {
        const { length } = replacement;
        edits.push({ offset: text.length, length, bytes: part, replacement, charset });
      }
      text += replacement;
    }
  }
  return { text, edits };
}

/** A legacy file has few stretches that happen to be UTF-8; a mixed one has whole lines of it. */
function mostlyUtf8(lines: readonly ByteLine[], broken: readonly ByteLine[]): boolean {
  const wide = lines.reduce((sum, line) => sum + line.wide, 0);
  const stray = broken.reduce((sum, line) => sum + line.stray, 0);
  const whole = lines.filter((line) => line.wide > 0 && line.stray === 0).length;
  return wide > 0 && (wide >= stray || whole >= broken.length);
}

/** A line of mostly stray bytes is legacy as a whole, chance finds of UTF-8 in it included. */
function spansOf({ spans, wide, stray }: ByteLine, charset: string): readonly ByteSpan[] {
  if (stray <= wide || spans.length < 2 || (wide === 0 && !isDouble(charset))) return spans;
  const first = spans.findIndex((s) => s.stray);
  const last = spans.findLastIndex((s) => s.stray);
  const whole = { from: spans[first]!.from, to: spans[last]!.to, stray: true };
  return [...spans.slice(0, first), whole, ...spans.slice(last + 1)];
}

function linesOf(bytes: Uint8Array): ByteLine[] {
  const lines: ByteLine[] = [];
  for (let at = 0; at < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, at);
    const end = newline < 0 ? bytes.length : newline + 1;
    lines.push(lineOf(bytes, at, end));
    at = end;
  }
  return lines;
}

function lineOf(bytes: Uint8Array, start: number, end: number): ByteLine {
  const spans: ByteSpan[] = [];
  let wide = 0;
  let stray = 0;
  let from = start;
  let bad = false;
  for (let at = start; at < end; ) {
    const length = characterLength(bytes, at, end);
    if (length > 1) wide++;
    if (length === 0) stray++;
    if ((length === 0) !== bad) {
      if (at > from) spans.push({ from, to: at, stray: bad });
      from = at;
      bad = length === 0;
    }
    at += length || 1;
  }
  if (end > from) spans.push({ from, to: end, stray: bad });
  return { spans, wide, stray };
}

/** Bytes of the UTF-8 character that starts here, 0 for none. */
function characterLength(bytes: Uint8Array, at: number, end: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const more = isLead(lead) ? bytesAfter(lead) : 0;
  if (more === 0 || at + more >= end) return 0;
  let value = leadBits(lead, more);
  for (let k = 1; k <= more; k++) {
    const byte = bytes[at + k]!;
    if (!isContinuation(byte)) return 0;
    value = withByte(value, byte);
  }
  return isShortest(value, more) && value <= LAST && !isSurrogate(value) ? more + 1 : 0;
}

function charsetOf(model: Model, bytes: Uint8Array, line: ByteLine, common: string): string {
  const own = bestCharset(model, bytes, [line]);
  if (own === common) return common;
  const saved = bitsOf(model, bytes, [line], common) - bitsOf(model, bytes, [line], own);
  return saved > ANOTHER ? own : common;
}

function bestCharset(model: Model, bytes: Uint8Array, lines: readonly ByteLine[]): string {
  let best = CHARSETS[0]![0];
  let least = Number.POSITIVE_INFINITY;
  for (const [charset, cost] of CHARSETS) {
    const bits = cost + bitsOf(model, bytes, lines, charset);
    if (bits < least) {
      least = bits;
      best = charset;
    }
  }
  return best;
}

/** Bits of the lines when their stray bytes are read so. A walk of its own: `costOf` would need each line in a list. */
function bitsOf(
  model: Model,
  bytes: Uint8Array,
  lines: readonly ByteLine[],
  charset: string,
): number {
  let bits = 0;
  for (const line of lines) {
    let a = model.space;
    let b = model.space;
    for (const { from, to, stray } of spansOf(line, charset)) {
      const part = bytes.subarray(from, to);
      for (const char of stray ? decode(part, charset) : utf8.decode(part)) {
        const code = char.codePointAt(0)!;
        const c = model.idOf(code);
        bits += code === REPLACEMENT ? UNDECODABLE : model.cost(a, b, c);
        a = b;
        b = c;
      }
    }
  }
  return bits;
}

function decode(bytes: Uint8Array, charset: string): string {
  const { single, double } = decoderOf(charset);
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    const pair =
      double && byte >= 0x80 && i + 1 < bytes.length ? double[(byte << 8) | bytes[i + 1]!]! : 0;
    if (pair > 0) {
      text += String.fromCharCode(pair);
      i++;
    } else
      text +=
        byte === 0 || single[byte] !== 0
          ? String.fromCharCode(single[byte]!)
          : String.fromCharCode(REPLACEMENT);
  }
  return text;
}
