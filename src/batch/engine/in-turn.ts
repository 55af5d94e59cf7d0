import { readAt, writeAll } from '../spool.ts';
import { openTemporary, type TemporaryFile } from '../temporary.ts';

/** Bytes that wait in memory for their turn, 32 MB; more are put on the disk. Set by hand. */
const MOST_HELD = 32 * 1024 * 1024;

/** Where bytes wait: here, or at a place of the temporary file. */
type Held = Uint8Array | { readonly at: number; readonly length: number };

/**
 * Hands on bytes in the order of shards, however the shards end. What comes too early waits in bounded memory.
 */
export interface InTurn {
  /** Takes bytes of a shard; those of one shard come in order. */
  take(shard: number, bytes: Uint8Array): Promise<void>;
  /** No more bytes of a shard come. */
  finish(shard: number): Promise<void>;
  close(): void;
}

/** @param write where the bytes go; called again when it is done */
export function createInTurn(write: (bytes: Uint8Array) => Promise<void>): InTurn {
  const held = new Map<number, Held[]>();
  const finished = new Set<number>();
  const state: { current: number; inMemory: number; size: number; file: TemporaryFile | null } = {
    current: 0,
    inMemory: 0,
    size: 0,
    file: null,
  };
  let last: Promise<void> = Promise.resolve();
  /** One after another. */
  const queue = (work: () => Promise<void>): Promise<void> => {
    last = last.then(work);
    return last;
  };

  const hold = (shard: number, bytes: Uint8Array): void => {
    const list = held.get(shard) ?? [];
    held.set(shard, list);
    if (state.inMemory + bytes.length <= MOST_HELD) {
      state.inMemory += bytes.length;
      list.push(bytes);
      return;
    }
    state.file ??= openTemporary();
    writeAll(state.file.descriptor, bytes, state.size);
    list.push({ at: state.size, length: bytes.length });
    state.size += bytes.length;
  };
  const release = async (shard: number): Promise<void> => {
    for (const one of held.get(shard) ?? []) {
      if (one instanceof Uint8Array) {
        state.inMemory -= one.length;
        await write(one);
      } else await write(readAt(state.file!.descriptor, one.at, one.length));
    }
    held.delete(shard);
  };

  return {
    take: (shard, bytes) =>
      queue(async () => {
        if (shard === state.current) await write(bytes);
        else hold(shard, bytes);
      }),
    finish: (shard) =>
      queue(async () => {
        finished.add(shard);
        while (finished.delete(state.current)) {
          state.current += 1;
          await release(state.current);
        }
      }),
    close: () => state.file?.close(),
  };
}
