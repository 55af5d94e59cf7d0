import { createDesk, type Desk } from '../work/desk.ts';
import { nameKeys } from '../work/name-keys.ts';
import { runShard } from '../work/run-shard.ts';
import type { Setup } from '../work/setup.ts';
import { createGuard } from './guard.ts';
import type { Worker } from './worker-kind.ts';

/**
 * Works in the main thread, for runs that are over before a thread has begun. An article that takes too long is ended all the
 * same, and Ctrl-C is answered inside an article; a SIGTERM there ends the process, which has nothing half written then.
 *
 * @param timeout seconds that an article may take; `null` for any
 */
export function createLocal(setup: Setup, timeout: number | null): Worker {
  const made: { desk?: Desk } = {};
  return {
    async clean(shard, done, contested, watch, take) {
      made.desk ??= createDesk({ ...setup, contested }, createGuard(timeout));
      for await (const segment of runShard(shard, done, made.desk, watch)) await take(segment);
    },
    names: (shard, watch) => nameKeys(shard, setup, watch),
    close: () => Promise.resolve(),
  };
}
