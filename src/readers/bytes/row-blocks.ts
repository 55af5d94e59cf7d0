import { NEWLINE } from './ascii.ts';
import { LINE_LIMIT } from './lines.ts';

/**
 * Cuts raw bytes into blocks of whole lines, their line ends included. What a chunk completes is given at
 * once, so that whoever waits for an answer to each line gets it. Memory is bounded by `limit`: a line that
 * goes on over chunks and is longer is given as `null` as soon as it is seen to be.
 *
 * @param chunks none longer than `limit`
 * @param limit longest line in bytes, its line feed included; default 64 MB
 */
export async function* rowBlocks(
  chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  limit: number = LINE_LIMIT + 1,
): AsyncGenerator<Buffer | null> {
  let line: Begun = { parts: [], length: 0 };
  for await (const chunk of chunks) {
    if (chunk.length === 0) continue;
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    const first = line.length === 0 ? 0 : endOfFirst(bytes);
    if (first > 0) {
      if (extend(line, bytes.subarray(0, first), limit)) yield null;
      if (bytes[first - 1] !== NEWLINE) continue;
      if (line.length <= limit) yield Buffer.concat(line.parts);
    }
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    if (end > first) yield bytes.subarray(first, end);
    line = { parts: [bytes.subarray(end)], length: bytes.length - end };
  }
  if (line.length > 0 && line.length <= limit) yield Buffer.concat(line.parts);
}

function endOfFirst(bytes: Buffer): number {
  return bytes.indexOf(NEWLINE) + 1 || bytes.length;
}

/** A line that goes on in the next chunk. */
interface Begun {
  parts: Buffer[];
  length: number;
}

/** Adds to a line; of one that is too long nothing is kept. Tells whether it just became so. */
function extend(line: Begun, bytes: Buffer, limit: number): boolean {
  const wasRefused = line.length > limit;
  line.length += bytes.length;
  if (line.length <= limit) line.parts.push(bytes);
  else line.parts = [];
  return line.length > limit && !wasRefused;
}
