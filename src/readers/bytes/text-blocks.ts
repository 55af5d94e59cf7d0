import { NEWLINE } from './ascii.ts';

/** Bytes of a block, 1 MB, whose lines are evidence for each other. Set by hand. */
const BLOCK = 1 << 20;

/**
 * Cuts a stream of text into blocks of whole lines, about `size` bytes each. Where the blocks end
 * depends on the bytes only, not on how they arrived. A line longer than a block is cut between two
 * characters.
 *
 * @param size largest block in bytes, default 1 MB
 */
export async function* textBlocks(
  chunks: AsyncIterable<Uint8Array>,
  size: number = BLOCK,
): AsyncGenerator<Uint8Array> {
  let pending: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    pending.push(chunk);
    length += chunk.length;
    // One byte more than a block, to see whether it would end inside a character.
    if (length <= size) continue;
    let bytes: Uint8Array = Buffer.concat(pending, length);
    while (bytes.length > size) {
      const end = cut(bytes, size);
      yield bytes.subarray(0, end);
      bytes = bytes.subarray(end);
    }
    pending = [bytes];
    length = bytes.length;
  }
  if (length > 0) yield Buffer.concat(pending, length);
}

function cut(bytes: Uint8Array, size: number): number {
  const line = bytes.lastIndexOf(NEWLINE, size - 1);
  if (line >= 0) return line + 1;
  let end = size;
  // 10xxxxxx: inside a character; one of UTF-8 has at most three of these.
  while (end > size - 3 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end -= 1;
  return end;
}
