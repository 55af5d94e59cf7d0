import type { LanesFor } from '../plan/lanes.ts';
import type { Lost, Progressed, Shard } from '../plan/shard.ts';
import { LostEntry, timedOut } from '../work/interrupted.ts';
import type { Segment } from '../work/segment.ts';
import type { Setup } from '../work/setup.ts';
import { createWatch, type Watch } from '../work/watch.ts';
import type { Worker } from './worker-kind.ts';

// Milliseconds. Set by hand.
/** Between two looks at what threads do, or whether the run was stopped while an input keeps it waiting. */
export const LOOK = 50;
/** How long a thread may go on at its article when the run is told to end, before it is ended. */
const GRACE = 600;

/** How many workers there are, and what limits them. */
export interface CrewOptions {
  readonly setup: Setup;
  readonly lanesFor: LanesFor;
  /** Bytes of all inputs, as far as they are known. */
  readonly bytes: number;
  /** Seconds that an article may take; `null` for any. */
  readonly timeout: number | null;
  readonly stopped: () => boolean;
  /** Called at each look. */
  readonly onLook: () => void;
}

/** A shard that is worked at. */
interface Lane {
  readonly watch: Watch;
  readonly ended: AbortController;
  entry: number;
  since: number;
  lost: Lost | null;
  given: { entries: number; failed: number; bytes: number };
}

/** Those who work, and the look-out over them. */
export class Crew {
  readonly #options: CrewOptions;
  readonly #lanes = new Set<Lane>();
  readonly #look: NodeJS.Timeout;
  #local: Promise<Worker> | null = null;
  #threads: Promise<Worker> | null = null;
  #bytes: number;
  #stoppedAt: number | null = null;
  /** After an article was ended in the main thread, nobody knows in which state it left what articles share. */
  #distrust = false;

  constructor(options: CrewOptions) {
    this.#options = options;
    this.#bytes = options.bytes;
    this.#look = setInterval(() => this.#watch(), LOOK);
  }

  /** Counts bytes that were not known of. */
  see(bytes: number): void {
    this.#bytes += bytes;
  }

  /** How many shards can be worked at. */
  get lanes(): number {
    return Math.max(1, this.#options.lanesFor(this.#bytes));
  }

  /** What is done but was not given yet. */
  underWay(): { entries: number; failed: number; bytes: number } {
    const sum = { entries: 0, failed: 0, bytes: 0 };
    for (const { watch, given } of this.#lanes) {
      const { entries, failed, bytes } = watch.counted();
      sum.entries += entries - given.entries;
      sum.failed += failed - given.failed;
      sum.bytes += bytes - given.bytes;
    }
    return sum;
  }

  /** Cleans what is left of a shard. @throws {LostEntry} when an entry cannot be done */
  async clean(
    shard: Shard,
    done: Progressed,
    contested: Float64Array,
    take: (segment: Segment) => Promise<void>,
  ): Promise<void> {
    const worker = await this.#worker();
    await this.#inLane(async (lane) => {
      const given = (segment: Segment): Promise<void> => {
        lane.given = lane.watch.counted();
        return take(segment);
      };
      await worker.clean(shard, done, contested, lane.watch, given, lane.ended.signal);
    });
  }

  /** Keys of the names that the shard's rows want. */
  async names(shard: Shard): Promise<Float64Array> {
    const worker = await this.#worker();
    return this.#inLane(({ watch, ended }) => worker.names(shard, watch, ended.signal));
  }

  async close(): Promise<void> {
    clearInterval(this.#look);
    await (await this.#threads)?.close();
  }

  /** Who is to work now. What cleans is loaded only where it is needed: a main thread with others has no use for it. */
  #worker(): Promise<Worker> {
    const { lanesFor, setup, timeout } = this.#options;
    if (lanesFor(this.#bytes) === 0 && !this.#distrust) {
      this.#local ??= import('./local.ts').then(({ createLocal }) => createLocal(setup, timeout));
      return this.#local;
    }
    const most = Math.max(1, lanesFor(Number.MAX_SAFE_INTEGER));
    this.#threads ??= import('./threads.ts').then(({ createThreads }) =>
      createThreads(setup, most),
    );
    return this.#threads;
  }

  async #inLane<Result>(work: (lane: Lane) => Promise<Result>): Promise<Result> {
    const given = { entries: 0, failed: 0, bytes: 0 };
    const watch = createWatch();
    const ended = new AbortController();
    const lane: Lane = { watch, ended, entry: 0, since: 0, lost: null, given };
    this.#lanes.add(lane);
    try {
      return await work(lane);
    } catch (error) {
      if (error instanceof LostEntry) this.#distrust = true;
      throw lane.lost === null ? error : new LostEntry(lane.lost);
    } finally {
      this.#lanes.delete(lane);
    }
  }

  #watch(): void {
    const { stopped, timeout, onLook } = this.#options;
    const now = performance.now();
    if (stopped()) this.#stoppedAt ??= now;
    const isOver = this.#stoppedAt !== null && now - this.#stoppedAt > GRACE;
    for (const lane of this.#lanes) {
      if (this.#stoppedAt !== null) lane.watch.stop();
      const entry = lane.watch.entry();
      if (entry !== lane.entry || entry === 0) {
        lane.entry = entry;
        lane.since = now;
      } else if (timeout !== null && now - lane.since > timeout * 1000) {
        lane.lost = timedOut(entry, timeout).lost;
      }
      if (lane.lost !== null || isOver) lane.ended.abort();
    }
    onLook();
  }
}
