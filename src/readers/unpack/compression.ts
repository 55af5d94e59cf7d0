/** How a file is compressed; `null` where it is not. */
export type Compression = 'gzip' | 'zstd' | null;

const GZIP = [0x1f, 0x8b];
const ZSTD = [0x28, 0xb5, 0x2f, 0xfd];

/** How bytes are compressed, by what they begin with (RFC 1952, RFC 8878). */
export function compressionOf(head: Uint8Array): Compression {
  if (GZIP.every((byte, i) => head[i] === byte)) return 'gzip';
  return ZSTD.every((byte, i) => head[i] === byte) ? 'zstd' : null;
}

/** The bytes that compressed ones stand for, loading what is needed for it. */
export async function* unpacked(
  chunks: AsyncIterable<Uint8Array>,
  compression: Compression,
): AsyncGenerator<Uint8Array> {
  if (compression === null) yield* chunks;
  else if (compression === 'gzip') yield* (await import('./gunzip.ts')).gunzipped(chunks);
  else yield* (await import('./unzstd.ts')).unzstd(chunks);
}
