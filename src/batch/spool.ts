import { readSync, writeSync } from 'node:fs';
import { openTemporary, spoolError } from './temporary.ts';

/** Bytes that are read back at a time, 1 MB. Set by hand. */
const CHUNK = 1 << 20;

/** A stream that can be read twice: what was read first is kept in a temporary file. */
export interface Spool {
  /** The stream itself, read to its end. */
  readonly first: AsyncIterable<Uint8Array>;
  /** The same bytes again. */
  readonly again: AsyncIterable<Uint8Array>;
  close(): void;
}

/** Spools a stream; the file is made when the first bytes come. */
export function spool(stream: AsyncIterable<Uint8Array>): Spool {
  let file: ReturnType<typeof openTemporary> | null = null;
  let size = 0;
  return {
    first: {
      async *[Symbol.asyncIterator]() {
        for await (const chunk of stream) {
          file ??= openTemporary();
          writeAll(file.descriptor, chunk, size);
          size += chunk.length;
          yield chunk;
        }
      },
    },
    again: {
      async *[Symbol.asyncIterator]() {
        for (let at = 0; file !== null && at < size; ) {
          const chunk = readAt(file.descriptor, at, Math.min(CHUNK, size - at));
          at += chunk.length;
          yield chunk;
        }
      },
    },
    close: () => file?.close(),
  };
}

/** Writes all bytes at an offset of a temporary file. */
export function writeAll(descriptor: number, bytes: Uint8Array, at: number): void {
  try {
    for (let done = 0; done < bytes.length; ) {
      done += writeSync(descriptor, bytes, done, bytes.length - done, at + done);
    }
  } catch (error) {
    throw spoolError(error);
  }
}

/** Reads so many bytes at an offset of a temporary file. */
export function readAt(descriptor: number, at: number, length: number): Buffer {
  const bytes = Buffer.allocUnsafe(length);
  readInto(descriptor, at, bytes);
  return bytes;
}

/** Reads as many bytes at an offset of a temporary file as there is room for. */
export function readInto(descriptor: number, at: number, room: Uint8Array): void {
  try {
    for (let done = 0; done < room.length; ) {
      const read = readSync(descriptor, room, done, room.length - done, at + done);
      if (read === 0) throw new Error('it ends too early');
      done += read;
    }
  } catch (error) {
    throw spoolError(error);
  }
}
