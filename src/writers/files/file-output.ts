import { mkdir, open, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { finished } from 'node:stream/promises';
import { createGzip, type Gzip } from 'node:zlib';
import { OutputError, reason } from '../../contract/run-errors.ts';
import { printable } from '../../text/printable.ts';
import { ENDINGS, type Format } from '../format-names.ts';
import { LEDGER } from '../ledger.ts';
import type { OutputFile } from './folder.ts';

const GZIP = '.gz';
/** Further endings of files of rows. */
const ROWS = '.jsonl';
const FOLDER = /[/\\]$/;
/** The endings of files are short and begin with a letter; a name that is nothing else has none: `.cache`. */
const ENDING = /[^/\\]\.[a-z][a-z\d]{0,7}$/i;

/** The format that a path's ending states, before `.gz`; `null` for none. */
export function formatOfPath(path: string): Format | null {
  const plain = path.endsWith(GZIP) ? path.slice(0, -GZIP.length) : path;
  const ending = extname(plain).toLowerCase();
  if (ending === ROWS) return 'ndjson';
  const found = Object.entries(ENDINGS).find(([, one]) => one === ending);
  return (found?.[0] as Format | undefined) ?? null;
}

/**
 * What a path names to write to: a folder that is there, what ends in `/`, and what has no ending are folders; what has one is
 * a file, or `unknown` where it is none of ours. A number is no ending: `run-1.5`.
 */
export async function kindOfPath(path: string): Promise<'file' | 'folder' | 'unknown'> {
  if (FOLDER.test(path) || !ENDING.test(path)) return 'folder';
  const stats = await stat(path).catch(() => null);
  if (stats?.isDirectory()) return 'folder';
  return formatOfPath(path) === null ? 'unknown' : 'file';
}

/** The file of ledgers beside a file of articles: `x.ledger.ndjson.gz` for `x.parquet.gz`. */
export function ledgerPath(path: string): string {
  const plain = path.endsWith(GZIP) ? path.slice(0, -GZIP.length) : path;
  const stem = plain.slice(0, -extname(plain).length);
  return stem + LEDGER + ENDINGS.ndjson + path.slice(plain.length);
}

/**
 * Begins a file, compressed where its name ends in `.gz`; folders on the way are made.
 *
 * @throws {OutputError} when it cannot be made
 */
export async function createFileOutput(path: string): Promise<OutputFile> {
  const temporary = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const failed = (error: unknown): OutputError =>
    new OutputError(`cannot write ${printable(path)}: ${reason(error)}`, { cause: error });
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw failed(error);
    }
  };
  const handle = await attempt(async () => {
    await mkdir(dirname(path), { recursive: true });
    return open(temporary, 'w');
  });
  const gzip = path.endsWith(GZIP) ? compressing((bytes) => handle.writeFile(bytes)) : null;
  return {
    write: (chunk) => attempt(() => (gzip ? gzip.write(chunk) : handle.writeFile(chunk))),
    commit: () =>
      attempt(async () => {
        await gzip?.end();
        await handle.sync();
        await handle.close();
        await rename(temporary, path);
      }),
    async discard() {
      await handle.close().catch(() => undefined);
      await rm(temporary, { force: true });
    },
  };
}

/** A stream of gzip whose pieces are written in order; the same bytes for the same input. */
function compressing(store: (bytes: Uint8Array) => Promise<void>) {
  const stream: Gzip = createGzip();
  let pieces: Uint8Array[] = [];
  stream.on('data', (piece: Uint8Array) => pieces.push(piece));
  const storeAll = async (): Promise<void> => {
    const bytes = Buffer.concat(pieces);
    pieces = [];
    if (bytes.length > 0) await store(bytes);
  };
  return {
    async write(chunk: string | Uint8Array) {
      await new Promise<void>((resolve, reject) => {
        stream.write(chunk, (error) => (error ? reject(error) : resolve()));
      });
      await storeAll();
    },
    async end() {
      stream.end();
      await finished(stream);
      await storeAll();
    },
  };
}
