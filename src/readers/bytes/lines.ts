import { NEWLINE } from './ascii.ts';

/** One line of a stream, without its line end. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  /** `null`: the line is longer than the limit and is skipped. */
  readonly bytes: Uint8Array | null;
}

/** Lines over this many bytes are refused: 64 MB. Set by hand, far above what a page weighs. */
export const LINE_LIMIT = 64 * 1024 * 1024;

/**
 * Splits raw bytes at line feeds. Memory is bounded by `limit`: a longer line is given as `null` as soon
 * as it is seen to be longer, the rest of it is not kept. What follows the last line feed is a line if
 * it is not empty.
 *
 * @param options.limit longest line in bytes, default 64 MB
 * @param options.first number of the first line, default 1
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  { limit = LINE_LIMIT, first = 1 }: { readonly limit?: number; readonly first?: number } = {},
): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let number = first;
  for await (const chunk of chunks) {
    let from = 0;
    while (from < chunk.length) {
      const newline = chunk.indexOf(NEWLINE, from);
      const end = newline < 0 ? chunk.length : newline;
      const refused = length > limit;
      length += end - from;
      if (length <= limit) parts.push(chunk.subarray(from, end));
      else parts = [];
      if (length > limit && !refused) yield { number, bytes: null };
      if (newline >= 0) {
        if (length <= limit) yield { number, bytes: join(parts, length) };
        parts = [];
        length = 0;
        number += 1;
      }
      from = end + 1;
    }
  }
  if (length > 0 && length <= limit) yield { number, bytes: join(parts, length) };
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts, length);
}
