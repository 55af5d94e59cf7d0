import { MessageChannel } from 'node:worker_threads';
import type { Piscina } from 'piscina';
import { OutputError, systemCode } from '../../contract/run-errors.ts';
import { LostEntry } from '../work/interrupted.ts';
import type { Segment } from '../work/segment.ts';
import type { Setup } from '../work/setup.ts';
import type { Task } from '../work/task.ts';
import type { Watch } from '../work/watch.ts';
import { WORKER_FILE } from '../work/worker-file.ts';
import type { Worker } from './worker-kind.ts';

type Pool = Piscina<Task, Float64Array | string | null>;

/**
 * Works in threads, each started when it is first needed. What ends one (a deadline, a signal, too little memory) costs the shard
 * that it was at; the next shard gets a new one.
 *
 * @param most threads at once
 */
export function createThreads(setup: Setup, most: number): Worker {
  const made: { pool?: Promise<Pool> } = {};
  const pool = (): Promise<Pool> => {
    made.pool ??= startPool(setup, most);
    return made.pool;
  };
  return {
    async clean(shard, done, contested, watch, take, ended) {
      const { port1, port2 } = new MessageChannel();
      const failed = new AbortController();
      port1.on('message', (segment: Segment) => {
        take(segment).then(
          () => port1.postMessage(null),
          (error) => failed.abort(error),
        );
      });
      const task: Task = {
        job: 'clean',
        shard,
        done,
        contested,
        memory: watch.memory,
        port: port2,
      };
      try {
        const signal = AbortSignal.any([ended, failed.signal]);
        const wrong = await (await pool()).run(task, { transferList: [port2], signal });
        if (typeof wrong === 'string') failed.abort(new OutputError(wrong));
        failed.signal.throwIfAborted();
      } catch (error) {
        if (failed.signal.aborted) throw failed.signal.reason;
        throw lostBy(error, watch);
      } finally {
        port1.close();
      }
    },
    async names(shard, watch, ended) {
      const task: Task = { job: 'names', shard, memory: watch.memory };
      return (await (await pool()).run(task, { signal: ended })) as Float64Array;
    },
    async close() {
      await (await made.pool)?.destroy();
    },
  };
}

async function startPool(setup: Setup, most: number): Promise<Pool> {
  const { Piscina } = await import('piscina');
  return new Piscina<Task, Float64Array | string | null>({
    filename: WORKER_FILE,
    minThreads: 0,
    maxThreads: most,
    idleTimeout: Number.POSITIVE_INFINITY,
    // Between two tasks a thread shall still hear of the ports that it has.
    atomics: 'disabled',
    workerData: setup,
  });
}

function lostBy(error: unknown, watch: Watch): unknown {
  const entry = watch.entry();
  if (systemCode(error) !== 'ERR_WORKER_OUT_OF_MEMORY' || entry === 0) return error;
  const message =
    'expected to fit into memory, did not; NODE_OPTIONS=--max-old-space-size=MB gives more';
  return new LostEntry({ entry, code: 'out-of-memory', message });
}
