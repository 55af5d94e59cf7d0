import type { Writable } from 'node:stream';
import { ClosedPipe, OutputError, reason, systemCode } from '../../contract/run-errors.ts';

/** Bytes that are gathered before the stream gets them, 64 KB: what a pipe of Linux holds by default. */
const BATCH = 1 << 16;
const CLOSED = new Set([
  'EPIPE',
  'ERR_STREAM_DESTROYED',
  'ECONNRESET',
  'ERR_STREAM_WRITE_AFTER_END',
]);

/** The one way in which data leaves for a stream. */
export interface Writer {
  /**
   * Takes text or bytes; small pieces are gathered. Resolves when the stream can take more.
   * @throws {ClosedPipe} when the reader has gone
   * @throws {OutputError} when the stream cannot be written
   */
  write(chunk: string | Uint8Array): Promise<void>;
  /** Hands over what was gathered and waits until the stream has taken it. */
  flush(): Promise<void>;
}

/**
 * Guards a stream: back pressure, a reader that goes away, a device that is full.
 *
 * @param stream where the data goes
 * @param name how messages call it, for example `standard output`
 */
export function createWriter(stream: Writable, name: string): Writer {
  let gathered: Uint8Array[] = [];
  let size = 0;
  let failed: Error | null = null;
  let idle: NodeJS.Immediate | null = null;
  stream.on('error', (error) => {
    failed ??= translate(error, name);
  });

  const flush = (): Promise<void> => {
    if (idle) clearImmediate(idle);
    idle = null;
    if (failed) return Promise.reject(failed);
    if (size === 0) return Promise.resolve();
    const chunk = gathered.length === 1 ? gathered[0]! : Buffer.concat(gathered, size);
    gathered = [];
    size = 0;
    return new Promise((resolve, reject) => {
      stream.write(chunk, (error) => {
        if (error) {
          failed ??= translate(error, name);
          reject(failed);
        } else resolve();
      });
    });
  };

  return {
    async write(chunk) {
      if (failed) throw failed;
      const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
      if (bytes.length >= BATCH && size > 0) {
        // Copying a large piece for the sake of a small one would cost more than a write.
        stream.write(Buffer.concat(gathered, size));
        gathered = [];
        size = 0;
      }
      gathered.push(bytes);
      size += bytes.length;
      if (size >= BATCH) await flush();
      // Whoever waits for an answer to each row gets it as soon as no more input is at hand.
      else idle ??= setImmediate(() => flush().catch(() => undefined));
    },
    flush,
  };
}

function translate(error: Error, name: string): Error {
  if (CLOSED.has(systemCode(error))) return new ClosedPipe(`${name} was closed`);
  return new OutputError(`cannot write to ${name}: ${reason(error)}`, { cause: error });
}
