import { createNotes, type Notes } from '../../readers/notes.ts';
import type { Progressed, Shard } from '../plan/shard.ts';
import { inOrder } from '../window.ts';
import { cleanEntry } from './clean-entry.ts';
import type { Desk } from './desk.ts';
import { entriesOf, type ShardEntry } from './entries.ts';
import { Interrupted } from './interrupted.ts';
import { gather, type Segment } from './segment.ts';
import type { Watch } from './watch.ts';

/**
 * Cleans the entries of a shard that are not done yet and gives them in segments, the same ones whoever does it. Ends early,
 * with a last segment that says so, when the watch tells it to.
 */
export async function* runShard(
  shard: Shard,
  done: Progressed,
  desk: Desk,
  watch: Watch,
): AsyncGenerator<Segment> {
  let number = done.segments;
  let gathering = gather(shard, desk);
  const lost = new Map(done.lost.map((one) => [one.entry, one]));
  const work = (one: ShardEntry) => cleanEntry(one, lost.get(one.number), desk, watch);
  const notes = createNotes();
  const left = entriesAfter(done.entries, shard, desk, watch, notes);
  try {
    for await (const cleaned of inOrder(left, desk.setup.concurrency, work)) {
      await gathering.add(cleaned);
      watch.count(cleaned.size, 'error' in cleaned);
      if (!gathering.isFull()) continue;
      yield await gathering.seal(number, false);
      gathering = gather(shard, desk);
      number += 1;
    }
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    watch.stop();
  }
  if (!watch.isStopped()) gathering.note(notes.take());
  yield await gathering.seal(number, !watch.isStopped());
}

async function* entriesAfter(
  done: number,
  shard: Shard,
  { setup }: Desk,
  watch: Watch,
  notes: Notes,
): AsyncGenerator<ShardEntry> {
  for await (const one of entriesOf(shard, setup, notes)) {
    if (watch.isStopped()) return;
    if (one.number > done) yield one;
  }
}
