import { setTimeout as sleep } from 'node:timers/promises';
import type { Shard } from '../plan/shard.ts';
import { type Crew, LOOK } from './crew.ts';

const WAITING = Symbol('waiting');

/**
 * Has shards worked at, as many at once as the crew has lanes, and asks for the next one when a lane is free. Ends when the first
 * one fails, or the run is stopped, after those that are under way.
 *
 * @throws what `work` threw first
 */
export async function forEachShard(
  shards: AsyncGenerator<Shard>,
  crew: Crew,
  stopped: () => boolean,
  work: (shard: Shard) => Promise<void>,
): Promise<void> {
  const running = new Set<Promise<void>>();
  const failures: unknown[] = [];
  try {
    for (;;) {
      const shard = await nextShard(shards, stopped);
      if (shard === null || stopped() || failures.length > 0) break;
      crew.see(shard.unplanned);
      const done = work(shard)
        .catch((error) => {
          failures.push(error);
        })
        .finally(() => running.delete(done));
      running.add(done);
      while (running.size >= crew.lanes) await Promise.race(running);
      if (failures.length > 0) break;
    }
  } finally {
    // Not waited for: a pipe without a writer never ends what is asked of it.
    void shards.return(undefined).catch(() => undefined);
  }
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
}

/** The next shard; `null` when there is none, or the run was stopped while a pipe had nothing to give. */
async function nextShard(
  shards: AsyncGenerator<Shard>,
  stopped: () => boolean,
): Promise<Shard | null> {
  const next = shards.next();
  for (;;) {
    const ended = new AbortController();
    const look = sleep(LOOK, WAITING, { signal: ended.signal }).catch(() => WAITING);
    const found = await Promise.race([next, look]);
    ended.abort();
    if (typeof found !== 'symbol') return found.done ? null : found.value;
    if (!stopped()) continue;
    next.catch(() => undefined);
    return null;
  }
}
