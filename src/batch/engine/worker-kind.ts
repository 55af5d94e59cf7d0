import type { Progressed, Shard } from '../plan/shard.ts';
import type { Segment } from '../work/segment.ts';
import type { Watch } from '../work/watch.ts';

/** Who does the work on shards: the main thread, or other ones. */
export interface Worker {
  /**
   * Cleans what is left of a shard; `take` is given its segments, in order.
   *
   * @throws {LostEntry} when an entry cannot be done, and this worker perhaps not be used any more
   */
  clean(
    shard: Shard,
    done: Progressed,
    contested: Float64Array,
    watch: Watch,
    take: (segment: Segment) => Promise<void>,
    ended: AbortSignal,
  ): Promise<void>;
  /** Keys of the names that the shard's rows want. */
  names(shard: Shard, watch: Watch, ended: AbortSignal): Promise<Float64Array>;
  close(): Promise<void>;
}
