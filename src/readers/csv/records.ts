import { NEWLINE, QUOTE, RETURN } from '../bytes/ascii.ts';

/** A record of a table: a line, or several where a quoted cell has line ends in it. */
export interface CsvRecord {
  /** Offset of its first byte in what was read. */
  readonly offset: number;
  /** Its bytes without the line end; `null` where it is longer than the limit. */
  readonly bytes: Buffer | null;
  /** Whether a quote is opened that nothing closes: then this is its first line alone, and the next one is read anew. */
  readonly isBroken: boolean;
}

/** Longest record, 32 MB, of which twice as much is in memory while its end is looked for. Set by hand. */
const RECORD_LIMIT = 32 * 1024 * 1024;
const NOTHING = Buffer.alloc(0);

/** Where a record ends, or why that is not known. */
interface End {
  /** Index of the line end, or of the bytes' end; -1 where it lies in what is still to come. */
  readonly at: number;
  readonly isBroken: boolean;
}

/** Stands for an index where a quote is missing: no index, and not -1, which says that more bytes are needed. */
const BROKEN = -2;
const UNKNOWN: End = { at: -1, isBroken: false };

/**
 * Cuts a table into records (RFC 4180), blank lines left out. A quote opens a cell only at its start. Where a quoted cell
 * with line ends in it is closed by a quote that no separator and no line end follows, a quote is missing before: the record's
 * first line is broken, and the next line is read as a record, so that one wrong quote costs one row.
 *
 * @param separator byte between cells
 */
export async function* csvRecords(
  chunks: AsyncIterable<Uint8Array>,
  separator: number,
  limit: number = RECORD_LIMIT,
): AsyncGenerator<CsvRecord> {
  let rest: Buffer = NOTHING;
  let base = 0;
  let pending: Uint8Array[] = [];
  let length = 0;
  let refused = false;
  for await (const chunk of chunks) {
    pending.push(chunk);
    length += chunk.length;
    // Looking again only when there is twice as much keeps the work linear in a record's length.
    if (length < rest.length && rest.length + length <= limit) continue;
    const bytes =
      pending.length === 1 && rest.length === 0 ? viewOf(chunk) : Buffer.concat([rest, ...pending]);
    const taken: number = yield* recordsIn(bytes, base, separator, refused, false);
    refused = taken === 0 ? refused : false;
    base += taken;
    rest = bytes.subarray(taken);
    if (rest.length > limit) {
      if (!refused) yield { offset: base, bytes: null, isBroken: false };
      refused = true;
      base += rest.length;
      rest = NOTHING;
    }
    pending = [];
    length = 0;
  }
  const bytes = Buffer.concat([rest, ...pending]);
  yield* recordsIn(bytes, base, separator, refused, true);
}

/** Gives the records in bytes and says how many bytes they are. */
function* recordsIn(
  bytes: Buffer,
  base: number,
  separator: number,
  refused: boolean,
  isEnd: boolean,
): Generator<CsvRecord, number> {
  let at = 0;
  let skip = refused;
  while (at < bytes.length) {
    const end = skip ? lineEnd(bytes, at, isEnd) : recordEnd(bytes, at, separator, isEnd);
    if (end.at < 0) return at;
    const to = bytes[end.at - 1] === RETURN && end.at > at ? end.at - 1 : end.at;
    if (to > at && !skip) {
      yield { offset: base + at, bytes: bytes.subarray(at, to), isBroken: end.isBroken };
    }
    skip = false;
    at = end.at + 1;
  }
  return bytes.length;
}

function recordEnd(bytes: Buffer, from: number, separator: number, isEnd: boolean): End {
  let newline = -1;
  for (let at = from; ; ) {
    if (bytes[at] === QUOTE) {
      at = behindQuoted(bytes, at, separator, isEnd);
      if (at === BROKEN) return firstLine(bytes, from);
      if (at < 0) return UNKNOWN;
    }
    // The rest of the cell.
    if (newline < at) newline = bytes.indexOf(NEWLINE, at);
    if (newline < 0 && !isEnd) return UNKNOWN;
    if (newline < 0) newline = bytes.length;
    const cell = bytes.subarray(at, newline).indexOf(separator);
    if (cell < 0) return { at: newline, isBroken: false };
    at += cell + 1;
  }
}

/** The index behind the quote that closes a cell; -1 where it is still to come, or `BROKEN`. */
function behindQuoted(bytes: Buffer, open: number, separator: number, isEnd: boolean): number {
  const close = closingQuote(bytes, open + 1);
  // The byte behind a quote tells whether it closes the cell.
  const isKnown = close >= 0 && close + 1 < bytes.length;
  if (!isKnown && !isEnd) return -1;
  if (close < 0 || isQuoteMissing(bytes, open, close, separator)) return BROKEN;
  return close + 1;
}

/** Whether a quoted cell holds line ends and something follows its closing quote. */
function isQuoteMissing(bytes: Buffer, open: number, close: number, separator: number): boolean {
  const next = bytes[close + 1] ?? NEWLINE;
  const isClosed = next === separator || next === NEWLINE || next === RETURN;
  return !isClosed && bytes.subarray(open, close).includes(NEWLINE);
}

/** The index of the quote that closes a cell; two in a row stand for one in it. */
function closingQuote(bytes: Buffer, from: number): number {
  let at = bytes.indexOf(QUOTE, from);
  while (at >= 0 && bytes[at + 1] === QUOTE) at = bytes.indexOf(QUOTE, at + 2);
  return at;
}

function firstLine(bytes: Buffer, from: number): End {
  const newline = bytes.indexOf(NEWLINE, from);
  return { at: newline < 0 ? bytes.length : newline, isBroken: true };
}

function lineEnd(bytes: Buffer, from: number, isEnd: boolean): End {
  const newline = bytes.indexOf(NEWLINE, from);
  return { at: newline < 0 && isEnd ? bytes.length : newline, isBroken: false };
}

function viewOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
