import { createNotes, type Notes, type NotesData } from '../../readers/notes.ts';
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
  /** What its reader said since the entry before. */
  readonly notes: NotesData;
}

/** What entries are read with. */
export type Reading = Pick<Setup, 'fetched' | 'everyLine' | 'fields'>;

/**
 * The entries of a shard, in order.
 *
 * @param notes holds, once all were given, what readers said behind the last one
 */
export async function* entriesOf(
  { pieces }: Shard,
  { fetched, everyLine, fields }: Reading,
  notes: Notes = createNotes(),
): AsyncGenerator<ShardEntry> {
  let number = 0;
  for (const piece of pieces) {
    const { stdin, id, split } = piece;
    const facts = withBuffer(piece.facts);
    const file = stdin === undefined ? openableFile(facts) : stdinFile({ ...piece, facts });
    const reader = await readerOf(facts.kind);
    const options = { id, fetched, everyLine, fields, notes };
    for await (const entry of reader.read(file, split, options)) {
      number += 1;
      yield { entry, piece, number, notes: notes.take() };
    }
  }
}

/** A path of bytes comes to another thread as a plain array of bytes. */
function withBuffer(facts: FileFacts): FileFacts {
  const { path } = facts;
  return path instanceof Uint8Array ? { ...facts, path: Buffer.from(path) } : facts;
}
