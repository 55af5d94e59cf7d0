import { InputError } from '../../contract/errors.ts';
import { reason } from '../../contract/run-errors.ts';

/** Bytes that are unpacked at a time, 4 KB: as few as the smallest blocks (4 bytes for 128 KB) make bearable. */
const SLICE = 1 << 12;
/** Most bytes that a slice may stand for, 32 MB: 8,000 times its own; what compresses better is no text. Set by hand. */
const MOST = 1 << 25;
/** Largest window, 128 MB: what the reference implementation takes unless told otherwise (RFC 8878, 3.1.1.1.2). */
const LARGEST_WINDOW = 1 << 27;
/** Bytes of a frame's header that state its window or size (RFC 8878, 3.1.1.1). */
const HEADER = 14;

/**
 * The bytes that Zstandard data of one frame or several stand for.
 *
 * @throws {InputError} where it is damaged, ends too early, or needs too much memory
 */
export async function* unzstd(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { Decompress } = await import('fzstd');
  let pieces: Uint8Array[] = [];
  let size = 0;
  const stream = new Decompress((piece) => {
    pieces.push(piece.slice());
    size += piece.length;
    if (size > MOST) throw new Error('it is packed more tightly than any text');
  });
  const push = (bytes: Uint8Array, final: boolean): Uint8Array[] => {
    pieces = [];
    size = 0;
    try {
      stream.push(bytes, final);
    } catch (error) {
      throw damaged(error);
    }
    return pieces;
  };
  let head = new Uint8Array();
  for await (const chunk of chunks) {
    if (head.length < HEADER) {
      head = Buffer.concat([head, chunk.subarray(0, HEADER)]);
      checkWindow(head);
    }
    for (let at = 0; at < chunk.length; at += SLICE) {
      yield* push(chunk.subarray(at, at + SLICE), false);
    }
  }
  yield* push(new Uint8Array(), true);
}

/** Refuses a window that would take too much memory; one segment's window is its content. */
function checkWindow(head: Uint8Array): void {
  const [flags = 0, window = 0] = head.subarray(4);
  const singleSegment = (flags & 0x20) !== 0;
  const exponent = 10 + (window >> 3);
  const size = singleSegment ? contentSize(head, flags >> 6) : 2 ** exponent;
  if (size > LARGEST_WINDOW) throw damaged(new Error('its window is larger than 128 MB'));
}

function contentSize(head: Uint8Array, code: number): number {
  const bytes = head.subarray(5, 5 + 2 ** code);
  return bytes.reduceRight((value, byte) => value * 256 + byte, 0);
}

function damaged(error: unknown): InputError {
  const message = `expected Zstandard data that is whole, but ${reason(error)}`;
  return new InputError('damaged', message, { cause: error });
}
