import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { AsyncBuffer, Compressors, FileMetaData } from 'hyparquet';
import { InputError } from '../../contract/errors.ts';
import { reason } from '../../contract/run-errors.ts';
import type { OpenableFile } from '../reader.ts';
import { PARSERS } from './values.ts';

/** A Parquet file whose rows can be read. */
export interface ParquetFile {
  /** Names of its columns. */
  readonly columns: readonly string[];
  readonly groups: readonly Group[];
  /**
   * The rows of a group, each with its columns by name.
   *
   * @throws {InputError} where it is damaged or needs too much memory
   */
  rowsOf(group: Group): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

/** A stretch of rows that are stored together. */
export interface Group {
  /** 0-based number of its first row. */
  readonly start: number;
  readonly end: number;
  /** Bytes in the file, as its head states them. */
  readonly size: number;
  /** Bytes in memory, as its head states them. */
  readonly unpacked: number;
}

/** Bytes of the largest group that is read, 512 MB unpacked: Spark writes some 128 MB. Set by hand. */
const LARGEST = 512 * 1024 * 1024;

/** @throws {InputError} where it is no Parquet file, or damaged */
export async function openParquet(file: OpenableFile): Promise<ParquetFile> {
  const { parquetMetadataAsync, parquetReadObjects, parquetSchema } = await import('hyparquet');
  const buffer = await bufferOf(file);
  const metadata = await parsed(() => parquetMetadataAsync(buffer, { geoparquet: false }));
  const columns = await parsed(async () =>
    parquetSchema(metadata).children.map(({ element }) => element.name),
  );
  return {
    columns,
    groups: groupsOf(metadata),
    async rowsOf({ start, end, unpacked }) {
      if (unpacked > LARGEST) {
        const size = Math.ceil(unpacked / 1024 / 1024);
        const message = `expected groups of rows of at most ${LARGEST / 1024 / 1024} MB, found one of ${size} MB; write it in smaller ones`;
        throw new InputError('too-large', message);
      }
      const compressors = await compressorsOf();
      return parsed(() =>
        parquetReadObjects({
          file: buffer,
          metadata,
          rowStart: start,
          rowEnd: end,
          compressors,
          utf8: false,
          geoparquet: false,
          parsers: PARSERS,
        }),
      );
    },
  };
}

function groupsOf({ row_groups: groups }: FileMetaData): Group[] {
  let row = 0;
  return groups.map((group) => {
    const start = row;
    row += Number(group.num_rows);
    const unpacked = Number(group.total_byte_size);
    return { start, end: row, size: Number(group.total_compressed_size ?? unpacked), unpacked };
  });
}

async function compressorsOf(): Promise<Compressors> {
  const { compressors } = await import('hyparquet-compressors');
  return {
    ...compressors,
    GZIP: (bytes, length) => gunzipSync(bytes, { maxOutputLength: Math.max(1, length) }),
    BROTLI: (bytes, length) =>
      brotliDecompressSync(bytes, { maxOutputLength: Math.max(1, length) }),
  };
}

/** The file from any place; of a stream all of it at once. */
async function bufferOf(file: OpenableFile): Promise<AsyncBuffer> {
  if (file.size !== null && file.size > 0) {
    const { size } = file;
    return { byteLength: size, slice: (from, to = size) => gather(file, from, to) };
  }
  const bytes = await file.whole();
  if (bytes.length === 0) {
    throw new InputError('empty', 'expected a Parquet file, found no bytes');
  }
  const copy = new Uint8Array(bytes).buffer;
  return { byteLength: copy.byteLength, slice: (from, to) => copy.slice(from, to) };
}

async function gather(file: OpenableFile, from: number, to: number): Promise<ArrayBuffer> {
  const start = Math.max(0, from);
  const out = new Uint8Array(Math.max(0, to - start));
  let at = 0;
  for await (const chunk of file.raw(start, to)) {
    out.set(chunk.subarray(0, out.length - at), at);
    at += chunk.length;
  }
  if (at < out.length) throw new InputError('damaged', 'expected a Parquet file, found its end');
  return out.buffer;
}

async function parsed<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof InputError) throw error;
    const message = `expected a Parquet file that is whole, but ${reason(error)}`;
    throw new InputError('damaged', message, { cause: error });
  }
}
