import { peek } from './bytes/peek.ts';
import {
  type FileStart,
  readChunks,
  readPipe,
  readStart,
  readStream,
  readWhole,
} from './bytes/read-bytes.ts';
import type { InputFile } from './find/found.ts';
import type { InputKind } from './kinds.ts';
import { holdsRows } from './kinds.ts';
import type { FileFacts, OpenableFile } from './reader.ts';
import { HEAD_BYTES, tellKind } from './sniff.ts';
import { type Compression, compressionOf, unpacked } from './unpack/compression.ts';
import { asUtf8, type WideCharset, wideCharsetOf } from './unpack/utf16.ts';

/** Compressed bytes of which the start is unpacked to see what it is, 4 KB. Set by hand. */
const PACKED_HEAD = 1 << 12;

/**
 * Looks at an input and tells what it holds: by `from`, where that is not `auto`, else by its content, then by its name.
 * What cannot be read is said when it is read.
 *
 * @param stdin where standard input is read
 */
export async function openInput(
  { path, shown, kind: byName, isPipe }: InputFile,
  from: InputKind,
  stdin: AsyncIterable<Uint8Array>,
): Promise<OpenableFile> {
  if (path !== null && !isPipe) {
    const start = await readStart(path, HEAD_BYTES);
    const told = await look(start.bytes, from, byName);
    const isPlain = told.compression === null && told.charset === null;
    const bytes = start.size ?? 0;
    return fileOf({ path, shown, ...told, bytes, size: isPlain ? start.size : null }, start);
  }
  const { head, chunks } = await peek(path === null ? stdin : readPipe(path));
  const told = await look(head, from, byName);
  return fileFrom({ path: null, shown, ...told, bytes: 0, size: null }, () => chunks);
}

/** A file that was looked at before, perhaps by another thread. Standard input is none. */
export function openableFile(facts: FileFacts): OpenableFile {
  return fileOf(facts, null);
}

/**
 * An input whose bytes are kept somewhere else than its facts say, such as those of standard input.
 *
 * @param raw gives the bytes as they came
 */
export function fileFrom(facts: FileFacts, raw: OpenableFile['raw']): OpenableFile {
  const { compression, charset } = facts;
  const chunks = (start?: number, end?: number): AsyncIterable<Uint8Array> =>
    decoded(unpacked(raw(start, end), compression), charset);
  return { ...facts, raw, chunks, whole: () => readStream(chunks()) };
}

/** @param start what was read of it already */
function fileOf(facts: FileFacts, start: FileStart | null): OpenableFile {
  const { path, compression, charset } = facts;
  if (path === null) throw new TypeError('expected a file with a path, found standard input');
  const isRead = start?.isWhole ?? false;
  const isPlain = compression === null && charset === null;
  const raw = (from?: number, to?: number): AsyncIterable<Uint8Array> =>
    isRead ? once(start!.bytes.subarray(from, to)) : readChunks(path, from, to);
  const file = fileFrom(facts, raw);
  if (!isPlain) return file;
  return { ...file, whole: async () => (isRead ? start!.bytes : readWhole(path)) };
}

interface Look {
  readonly kind: InputKind;
  readonly compression: Compression;
  readonly charset: WideCharset | null;
}

async function look(bytes: Uint8Array, from: InputKind, byName: InputKind): Promise<Look> {
  const compression = compressionOf(bytes);
  const head = compression === null ? bytes : await unpackedHead(bytes, compression);
  const wide = wideCharsetOf(head);
  const text = wide === null ? head : Buffer.from(new TextDecoder(wide).decode(head));
  const kind = from === 'auto' ? tellKind(byName, text) : from;
  // One text or page is decoded by the pipeline, which says how.
  return { kind, compression, charset: holdsRows(kind) ? wide : null };
}

async function unpackedHead(bytes: Uint8Array, compression: Compression): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of unpacked(once(bytes.subarray(0, PACKED_HEAD)), compression)) {
      parts.push(part);
      size += part.length;
      if (size >= HEAD_BYTES) break;
    }
  } catch {
    // Damage, or the end of what was looked at: whoever reads it all will know.
  }
  return Buffer.concat(parts).subarray(0, HEAD_BYTES);
}

function decoded(
  chunks: AsyncIterable<Uint8Array>,
  charset: WideCharset | null,
): AsyncIterable<Uint8Array> {
  return charset === null ? chunks : asUtf8(chunks, charset);
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  if (bytes.length > 0) yield bytes;
}
