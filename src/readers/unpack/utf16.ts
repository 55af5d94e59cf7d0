/** Charsets of rows that are no UTF-8. */
export type WideCharset = 'utf-16le' | 'utf-16be';

/** The charset that a byte order mark of UTF-16 states; `null` without one. */
export function wideCharsetOf(head: Uint8Array): WideCharset | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null;
}

/** UTF-16 as UTF-8, without its mark; half pairs become U+FFFD. */
export async function* asUtf8(
  chunks: AsyncIterable<Uint8Array>,
  charset: WideCharset,
): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(charset);
  for await (const chunk of chunks) {
    yield Buffer.from(decoder.decode(chunk, { stream: true }));
  }
  const last = decoder.decode();
  if (last !== '') yield Buffer.from(last);
}
