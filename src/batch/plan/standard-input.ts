import { open } from 'node:fs/promises';
import { NEWLINE } from '../../readers/ascii.ts';
import { readChunks } from '../../readers/read-bytes.ts';
import { type OpenableFile, type Split, WHOLE } from '../../readers/reader.ts';
import { rowBlocks } from '../../readers/row-blocks.ts';
import { spoolError } from '../temporary.ts';
import type { Piece } from './shard.ts';

/** What is kept in memory of an input that has to be read as a whole, 1 MB; what is larger is put on the disk. Set by hand. */
const MOST_KEPT = 1 << 20;
/** More than any row may have: what stands in for one that was too long to be kept, 65 times 1 MB. */
const TOO_LONG = { times: 65, bytes: 1 << 20 };

interface StdinPiece {
  readonly stdin: Uint8Array | string | null;
  readonly split: Split;
  readonly bytes: number;
}

/**
 * Standard input in pieces. Rows one a line are handed on as they come, so that each can be answered before the next; all else
 * is one piece, on the disk where it is large.
 */
export async function* stdinPieces(
  input: OpenableFile,
  spoolPath: () => string,
): AsyncGenerator<StdinPiece> {
  if (input.kind !== 'ndjson') {
    yield { ...(await keep(input.chunks(), spoolPath)), split: WHOLE };
    return;
  }
  let first = 1;
  for await (const block of rowBlocks(input.chunks())) {
    const bytes = block?.length ?? 0;
    yield { stdin: block, bytes, split: { kind: 'bytes', start: 0, end: bytes, first } };
    first += block === null ? 1 : linesOf(block);
  }
  // The reader says what is missing.
  if (first === 1) yield { stdin: new Uint8Array(), bytes: 0, split: WHOLE };
}

/** The file that a piece of standard input can be read as. */
export function stdinFile({ facts, stdin }: Piece): OpenableFile {
  if (typeof stdin === 'string') {
    return { ...facts, chunks: (start, end) => readChunks(stdin, start, end) };
  }
  return { ...facts, chunks: () => bytesOf(stdin ?? null) };
}

async function* bytesOf(bytes: Uint8Array | null): AsyncGenerator<Uint8Array> {
  if (bytes !== null) yield bytes;
  else for (let i = 0; i < TOO_LONG.times; i++) yield Buffer.alloc(TOO_LONG.bytes);
}

function linesOf(block: Buffer): number {
  let lines = 0;
  for (let at = block.indexOf(NEWLINE); at >= 0; at = block.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}

async function keep(
  chunks: AsyncIterable<Uint8Array>,
  spoolPath: () => string,
): Promise<{ stdin: Uint8Array | string; bytes: number }> {
  const parts: Uint8Array[] = [];
  let bytes = 0;
  let path: string | null = null;
  let file: Awaited<ReturnType<typeof open>> | null = null;
  const spill = async (): Promise<void> => {
    try {
      path ??= spoolPath();
      file ??= await open(path, 'wx', 0o600);
      await file.writeFile(Buffer.concat(parts.splice(0)));
    } catch (error) {
      throw spoolError(error);
    }
  };
  for await (const chunk of chunks) {
    parts.push(chunk);
    bytes += chunk.length;
    if (file !== null || bytes > MOST_KEPT) await spill();
  }
  await (file as Awaited<ReturnType<typeof open>> | null)?.close();
  return { stdin: path ?? Buffer.concat(parts), bytes };
}
