import { open } from 'node:fs/promises';
import { NEWLINE } from '../../readers/bytes/ascii.ts';
import { readChunks, STREAM_LIMIT } from '../../readers/bytes/read-bytes.ts';
import { rowBlocks } from '../../readers/bytes/row-blocks.ts';
import { holdsRows } from '../../readers/kinds.ts';
import { fileFrom } from '../../readers/open-input.ts';
import { type OpenableFile, type Split, WHOLE } from '../../readers/reader.ts';
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
  /** Whether it is uncompressed UTF-8, whatever the input was. */
  readonly isPlain: boolean;
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
    const most = holdsRows(input.kind) ? Number.POSITIVE_INFINITY : STREAM_LIMIT;
    yield { ...(await keep(input.raw(), most, spoolPath)), split: WHOLE, isPlain: false };
    return;
  }
  let first = 1;
  for await (const block of rowBlocks(input.chunks())) {
    const bytes = block?.length ?? 0;
    const split = { kind: 'bytes', start: 0, end: bytes, first } as const;
    yield { stdin: block, bytes, split, isPlain: true };
    first += block === null ? 1 : linesOf(block);
  }
  // The reader says what is missing.
  if (first === 1) yield { stdin: new Uint8Array(), bytes: 0, split: WHOLE, isPlain: true };
}

/** The file that a piece of standard input can be read as. */
export function stdinFile({ facts, stdin }: Piece): OpenableFile {
  return fileFrom(facts, (start, end) =>
    typeof stdin === 'string' ? readChunks(stdin, start, end) : bytesOf(stdin ?? null),
  );
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

/** @param most bytes after which no more are taken: whoever reads them says that they are too many */
async function keep(
  chunks: AsyncIterable<Uint8Array>,
  most: number,
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
    if (bytes > most) break;
  }
  await (file as Awaited<ReturnType<typeof open>> | null)?.close();
  return { stdin: path ?? Buffer.concat(parts), bytes };
}
