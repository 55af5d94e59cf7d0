import { InputError } from '../../contract/errors.ts';
import { holdsRows, type InputKind } from '../../readers/kinds.ts';
import { openInput } from '../../readers/open-input.ts';
import { type FileFacts, type OpenableFile, WHOLE } from '../../readers/reader.ts';
import { readerOf } from '../../readers/readers.ts';
import type { NamedInput } from './named-inputs.ts';
import type { Piece, Shard } from './shard.ts';
import { stdinPieces } from './standard-input.ts';

/** Bytes of a shard, 4 MB: some seconds of work, which is what a thread that is lost, or a run that is killed, costs. Set by hand. */
const SHARD_BYTES = 4 * 1024 * 1024;
/** Inputs of one shard: opening a file is work, too. Set by hand. */
const SHARD_FILES = 256;
/** Name of the file of rows into which the articles go that were inputs of their own. */
export const GATHERED = 'articles';

/** How a run is cut. */
export interface PlanOptions {
  readonly from: InputKind;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Makes a file for what standard input holds, and says where it is. */
  readonly spoolPath: () => string;
}

/** A shard without its number. */
type Draft = Omit<Shard, 'number'>;

/**
 * Cuts inputs into shards, in their order: the same shards for the same inputs, however many threads there are. Inputs are
 * looked at as shards are asked for.
 */
export async function* planShards(
  inputs: readonly NamedInput[],
  options: PlanOptions,
): AsyncGenerator<Shard> {
  let number = 0;
  for await (const draft of drafts(inputs, options)) {
    yield { number, ...draft };
    number += 1;
  }
}

async function* drafts(inputs: readonly NamedInput[], options: PlanOptions): AsyncGenerator<Draft> {
  let pieces: Piece[] = [];
  let bytes = 0;
  const gathered = (): Draft => {
    const draft = { pieces, bytes, unplanned: 0, target: GATHERED, isRows: false };
    pieces = [];
    bytes = 0;
    return draft;
  };
  for (const [file, input] of inputs.entries()) {
    const opened = await openInput(input.file, options.from, options.stdin);
    if (holdsRows(opened.kind)) {
      if (pieces.length > 0) yield gathered();
      yield* cutFile(opened, { ...input, number: file }, options);
      continue;
    }
    for await (const piece of wholePieces(opened, { ...input, number: file }, options)) {
      pieces.push(piece);
      bytes += opened.bytes;
    }
    if (bytes >= SHARD_BYTES || pieces.length >= SHARD_FILES) yield gathered();
  }
  if (pieces.length > 0) yield gathered();
}

type Numbered = NamedInput & { readonly number: number };

async function* cutFile(
  opened: OpenableFile,
  input: Numbered,
  options: PlanOptions,
): AsyncGenerator<Draft> {
  const target = input.name;
  if (opened.path === null) {
    for await (const { stdin, split, bytes, isPlain } of stdinPieces(opened, options.spoolPath)) {
      const piece = pieceOf(opened, input, split);
      const facts = isPlain ? { ...piece.facts, compression: null, charset: null } : piece.facts;
      const pieces = [{ ...piece, facts, stdin }];
      yield { pieces, bytes, unplanned: bytes, target, isRows: true };
    }
    return;
  }
  const splits = await splitsOf(opened);
  for (const split of splits) {
    const share = opened.bytes / splits.length;
    const bytes = split.kind === 'bytes' ? split.end - split.start : share;
    yield { pieces: [pieceOf(opened, input, split)], bytes, unplanned: 0, target, isRows: true };
  }
}

async function* wholePieces(
  opened: OpenableFile,
  input: Numbered,
  options: PlanOptions,
): AsyncGenerator<Piece> {
  if (opened.path !== null) yield pieceOf(opened, input, WHOLE);
  else {
    for await (const { stdin, split } of stdinPieces(opened, options.spoolPath)) {
      yield { ...pieceOf(opened, input, split), stdin };
    }
  }
}

function pieceOf(opened: OpenableFile, input: Numbered, split: Piece['split']): Piece {
  const { path, shown, kind, compression, charset, bytes, size } = opened;
  const facts: FileFacts = { path, shown, kind, compression, charset, bytes, size };
  const { id, name, folder, number } = input;
  return { file: number, facts, split, id, name, folder };
}

/** What cannot be read is not cut: whoever reads it says why. */
async function splitsOf(opened: OpenableFile): Promise<readonly Piece['split'][]> {
  try {
    return await (await readerOf(opened.kind)).split(opened, SHARD_BYTES);
  } catch (error) {
    if (error instanceof InputError) return [WHOLE];
    throw error;
  }
}
