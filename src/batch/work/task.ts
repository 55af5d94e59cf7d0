import type { MessagePort } from 'node:worker_threads';
import type { Progressed, Shard } from '../plan/shard.ts';

/** What a thread is told to do. */
export type Task =
  /** Give the keys of the names that the shard's rows want. */
  | { readonly job: 'names'; readonly shard: Shard; readonly memory: Int32Array }
  /** Clean what is not done yet of a shard; segments go to `port` one by one, each when the one before was taken. */
  | {
      readonly job: 'clean';
      readonly shard: Shard;
      readonly memory: Int32Array;
      readonly done: Progressed;
      readonly contested: Float64Array;
      readonly port: MessagePort;
    };
