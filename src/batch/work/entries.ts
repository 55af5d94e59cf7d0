import { openableFile } from '../../readers/open-input.ts';
import type { Entry, FileFacts } from '../../readers/reader.ts';
import { readerOf } from '../../readers/readers.ts';
import type { Piece, Shard } from '../plan/shard.ts';
import { stdinFile } from '../plan/standard-input.ts';
import type { Setup } from './setup.ts';

/** An entry of a shard, its piece, and its number in the shard, from 1. */
export interface ShardEntry {
  readonly entry: Entry;
  readonly piece: Piece;
  readonly number: number;
}

/** The entries of a shard, in order. */
export async function* entriesOf(
  { pieces }: Shard,
  { fetched, everyLine }: Pick<Setup, 'fetched' | 'everyLine'>,
): AsyncGenerator<ShardEntry> {
  let number = 0;
  for (const piece of pieces) {
    const { stdin, id, split } = piece;
    const facts = withBuffer(piece.facts);
    const file = stdin === undefined ? openableFile(facts) : stdinFile({ ...piece, facts });
    const reader = await readerOf(facts.kind);
    for await (const entry of reader.read(file, split, { id, fetched, everyLine })) {
      number += 1;
      yield { entry, piece, number };
    }
  }
}

/** A path of bytes comes to another thread as a plain array of bytes. */
function withBuffer(facts: FileFacts): FileFacts {
  const { path } = facts;
  return path instanceof Uint8Array ? { ...facts, path: Buffer.from(path) } : facts;
}
