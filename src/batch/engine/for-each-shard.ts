import type { Shard } from '../plan/shard.ts';
import type { Crew } from './crew.ts';

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
  for await (const shard of shards) {
    if (stopped() || failures.length > 0) break;
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
  await Promise.all(running);
  if (failures.length > 0) throw failures[0];
}
