import { once } from 'node:events';
import { workerData } from 'node:worker_threads';
import { OutputError } from '../../contract/run-errors.ts';
import { createDesk } from './desk.ts';
import { nameKeys } from './name-keys.ts';
import { runShard } from './run-shard.ts';
import type { Setup } from './setup.ts';
import type { Task } from './task.ts';
import { createWatch } from './watch.ts';

const setup = workerData as Setup;
const made: { desk?: ReturnType<typeof createDesk> } = {};

/**
 * What a thread does: one task after another, with what it made for the first one.
 *
 * @returns keys where they were asked for; else `null`, or what is wrong where the output cannot be written
 */
export default async function work(task: Task): Promise<Float64Array | string | null> {
  const { job, shard, memory } = task;
  const watch = createWatch(memory);
  if (job === 'names') return nameKeys(shard, setup, watch);
  const { contested, done, port } = task;
  made.desk ??= createDesk({ ...setup, contested }, (_, run) => run());
  try {
    for await (const segment of runShard(shard, done, made.desk, watch)) {
      const taken = once(port, 'message');
      const { output } = segment;
      port.postMessage(segment, output === null ? [] : [output.buffer as ArrayBuffer]);
      await taken;
    }
  } catch (error) {
    // Errors of other classes than JavaScript's own lose theirs on the way to another thread.
    if (!(error instanceof OutputError)) throw error;
    return error.message;
  } finally {
    port.close();
  }
  return null;
}
