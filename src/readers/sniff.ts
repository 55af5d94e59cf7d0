import {
  CLOSE_BRACE,
  NEWLINE,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  RETURN,
  SPACE,
  TAB,
} from './ascii.ts';

/** The byte order mark in UTF-8. */
const MARK = [0xef, 0xbb, 0xbf];
const SPACES = new Set([SPACE, TAB, NEWLINE, RETURN]);

/** The first chunk of a stream (empty where there is none), and the stream with that chunk in it. */
export async function peek(
  chunks: AsyncIterable<Uint8Array>,
): Promise<{ head: Uint8Array; chunks: AsyncIterable<Uint8Array> }> {
  const iterator = chunks[Symbol.asyncIterator]();
  const first = await iterator.next();
  async function* all(): AsyncGenerator<Uint8Array> {
    if (first.done) return;
    yield first.value;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
      yield next.value;
    }
  }
  return { head: first.done ? new Uint8Array() : first.value, chunks: all() };
}

/** Bytes of a file's start that tell how its rows are written. Set by hand. */
export const HEAD_BYTES = 4096;

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
