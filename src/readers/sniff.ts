import { NEWLINE, OPEN_BRACE, QUOTE, RETURN, SPACE, TAB } from './ascii.ts';

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

/** Whether bytes begin like a row of NDJSON: a brace, then a quote. */
export function startsLikeRow(bytes: Uint8Array): boolean {
  let at = MARK.every((byte, i) => bytes[i] === byte) ? MARK.length : 0;
  const skip = (): void => {
    while (at < bytes.length && SPACES.has(bytes[at]!)) at += 1;
  };
  skip();
  if (bytes[at] !== OPEN_BRACE) return false;
  at += 1;
  skip();
  return bytes[at] === QUOTE;
}
