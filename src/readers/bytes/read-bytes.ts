import { constants, openSync, type Stats } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { InputError } from '../../contract/errors.ts';
import { reason, systemCode } from '../../contract/run-errors.ts';
import { absent, isAddress } from '../find/absent.ts';

/** Files over this many bytes are refused before they are read: 256 MB, half of V8's longest string, 2^29 - 24 units. */
const FILE_LIMIT = 256 * 1024 * 1024;
/** Of a stream no more bytes than these are gathered, 64 MB, so that hostile ones stay below 200 MB of memory. Set by hand. */
export const STREAM_LIMIT = 64 * 1024 * 1024;
/** Bytes that are read at a time, 1 MB. Set by hand. */
const CHUNK = 1 << 20;

/** Where a file is; bytes where its name is no valid UTF-8. */
export type FilePath = string | Buffer;

/**
 * The bytes of a regular file.
 *
 * @param limit most bytes that are taken, default 256 MB
 * @throws {InputError} when it is no regular file, too large, or cannot be read
 */
export async function readWhole(path: FilePath, limit: number = FILE_LIMIT): Promise<Uint8Array> {
  const { handle, stats } = await openRegular(path);
  try {
    if (stats.size > limit) throw tooLarge(stats.size, limit);
    return await handle.readFile();
  } catch (error) {
    throw asInputError(error);
  } finally {
    await handle.close();
  }
}

/** What a file begins with. */
export interface FileStart {
  readonly bytes: Uint8Array;
  /** Whether that is all of it. */
  readonly isWhole: boolean;
  /** Bytes of the file; `null` where it cannot be read. */
  readonly size: number | null;
}

/**
 * The first bytes of a file, to see what it holds; none where it cannot be read, which whoever reads it will say.
 *
 * @param most how many bytes
 */
export async function readStart(path: FilePath, most: number): Promise<FileStart> {
  try {
    const { handle, stats } = await openRegular(path);
    try {
      const room = Buffer.allocUnsafe(Math.min(most, stats.size + 1));
      const { bytesRead } = await handle.read(room, 0, room.length, 0);
      const isWhole = bytesRead === stats.size;
      return { bytes: room.subarray(0, bytesRead), isWhole, size: stats.size };
    } finally {
      await handle.close();
    }
  } catch {
    return { bytes: new Uint8Array(), isWhole: false, size: null };
  }
}

/**
 * What is written into a FIFO until its writers close it. Waits for a writer without keeping the process from ending.
 *
 * @throws {InputError} when it cannot be read
 */
export async function* readPipe(path: FilePath): AsyncGenerator<Uint8Array> {
  try {
    const { Socket } = await import('node:net');
    const descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const socket = new Socket({ fd: descriptor, readable: true, writable: false });
    for await (const chunk of socket) yield chunk as Buffer;
  } catch (error) {
    throw asInputError(error);
  }
}

/**
 * The bytes of a regular file in chunks, for formats that are read as a stream.
 *
 * @param start offset of the first byte, default 0
 * @param end offset behind the last byte, default the file's end
 * @throws {InputError} when it is no regular file or cannot be read
 */
export async function* readChunks(
  path: FilePath,
  start = 0,
  end: number = Number.POSITIVE_INFINITY,
): AsyncGenerator<Uint8Array> {
  const { handle } = await openRegular(path);
  try {
    for (let at = start; at < end; ) {
      const most = Math.min(CHUNK, end - at);
      const { bytesRead, buffer } = await handle.read(Buffer.allocUnsafe(most), 0, most, at);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
      at += bytesRead;
    }
  } catch (error) {
    throw asInputError(error);
  } finally {
    await handle.close();
  }
}

/**
 * All bytes of a stream.
 *
 * @param limit most bytes that are taken, default 64 MB
 * @throws {InputError} when there are more
 */
export async function readStream(
  chunks: AsyncIterable<Uint8Array>,
  limit: number = STREAM_LIMIT,
): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limit) throw tooLarge(length, limit);
    parts.push(chunk);
  }
  return Buffer.concat(parts, length);
}

async function openRegular(path: FilePath): Promise<{ handle: FileHandle; stats: Stats }> {
  let handle: FileHandle;
  try {
    // Without O_NONBLOCK, opening a FIFO that nobody writes to waits for ever.
    handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    if (typeof path === 'string' && isAddress(path) && systemCode(error) === 'ENOENT') {
      throw new InputError('unreadable', absent(path), { cause: error });
    }
    throw asInputError(error);
  }
  const stats = await handle.stat();
  if (stats.isFile()) return { handle, stats };
  await handle.close();
  throw new InputError('unreadable', `expected a regular file, found ${fileKindOf(stats)}`);
}

function fileKindOf(stats: Stats): string {
  if (stats.isDirectory()) return 'a folder';
  if (stats.isFIFO()) return 'a FIFO (name - instead, and pipe it in)';
  if (stats.isSocket()) return 'a socket';
  return 'a device';
}

function tooLarge(size: number, limit: number): InputError {
  const mb = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);
  return new InputError(
    'too-large',
    `expected at most ${mb(limit)} MB, found ${mb(size)} MB or more; split it, or give it as NDJSON`,
  );
}

/** What reading threw, as an error of the one input. */
export function asInputError(error: unknown): InputError {
  if (error instanceof InputError) return error;
  return new InputError('unreadable', `expected a file that can be read: ${reason(error)}`, {
    cause: error,
  });
}
