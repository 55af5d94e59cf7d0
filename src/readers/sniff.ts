import { tableSeparator } from '../stages/decode/container.ts';
import {
  CLOSE_BRACE,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  RETURN,
  SPACE,
  TAB,
} from './bytes/ascii.ts';
import type { InputKind } from './kinds.ts';

/** The byte order mark in UTF-8. */
const MARK = [0xef, 0xbb, 0xbf];
const SPACES = new Set([SPACE, TAB, NEWLINE, RETURN]);
/** Bytes of a file's start that are looked at, 64 KB: four times what the look for tables takes. Set by hand. */
export const HEAD_BYTES = 1 << 16;

// What files begin with: Parquet's magic number, the version of a WARC record (ISO 28500, 4), a page.
const PARQUET = 'PAR1';
const WARC = /^WARC\/\d\.\d\r?\n/;
const PAGE =
  /^\ufeff?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype\s+html|html)[\s>]/i;

/**
 * What a file holds, by its start and by its name, which counts where the start leaves it open.
 *
 * @param byName what its name tells
 * @param head the first bytes, uncompressed and, where they are UTF-16, made UTF-8
 */
export function tellKind(byName: InputKind, head: Uint8Array): InputKind {
  const sure = kindByMagic(head);
  if (sure !== null) return sure;
  if (byName === 'auto' || byName === 'html') {
    const rows = rowsKind(head);
    if (rows !== null) return rows;
  }
  if (byName === 'auto') return tableKind(head) ?? byName;
  if (byName === 'json') return rowsKind(head) ?? byName;
  // A broken first row of NDJSON looks like the start of an object over several lines: only a list is told from it.
  if (byName === 'ndjson' && isList(head)) return 'json';
  return byName;
}

/** Kinds that say what they are. */
export function kindByMagic(head: Uint8Array): 'parquet' | 'warc' | null {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 16));
  const text = start.toString('latin1');
  if (text.startsWith(PARQUET)) return 'parquet';
  return WARC.test(text) ? 'warc' : null;
}

/** Whether a file begins as a page of HTML does. */
export function isPage(head: Uint8Array): boolean {
  return PAGE.test(textOf(head));
}

function tableKind(head: Uint8Array): InputKind | null {
  const separator = tableSeparator(textOf(head));
  if (separator === null) return null;
  return separator === '\t' ? 'tsv' : 'csv';
}

function textOf(head: Uint8Array): string {
  const text = Buffer.from(head.buffer, head.byteOffset, head.length).toString('utf8');
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

/** How rows are written: one a line, or as one JSON value. */
export type RowsKind = 'ndjson' | 'json';

/** What kind of rows bytes begin like: objects a line each, an object over several lines or a list of objects; null for others. */
export function rowsKind(bytes: Uint8Array): RowsKind | null {
  let at = MARK.every((byte, i) => bytes[i] === byte) ? MARK.length : 0;
  const skip = (): void => {
    while (at < bytes.length && SPACES.has(bytes[at]!)) at += 1;
  };
  skip();
  const isList = bytes[at] === OPEN_BRACKET;
  if (isList) at += 1;
  skip();
  const start = at;
  if (bytes[at] !== OPEN_BRACE) return null;
  at += 1;
  skip();
  if (bytes[at] !== QUOTE) return null;
  if (isList) return 'json';
  // A row's line ends in its brace, if it ends in what was read.
  let end = bytes.indexOf(NEWLINE, start);
  if (end < 0) return 'ndjson';
  while (end > start && SPACES.has(bytes[end]!)) end -= 1;
  return bytes[end] === CLOSE_BRACE ? 'ndjson' : 'json';
}

function isList(head: Uint8Array): boolean {
  return (
    rowsKind(head) === 'json' &&
    head.find((byte) => !SPACES.has(byte) && !MARK.includes(byte)) === OPEN_BRACKET
  );
}
