import { type InputFile, isReadOnce } from '../../readers/inputs.ts';
import type { LanesFor } from '../plan/lanes.ts';
import { type NamedInput, nameInputs } from '../plan/named-inputs.ts';
import { type PlanOptions, planShards } from '../plan/plan-shards.ts';
import type { Progressed, Shard } from '../plan/shard.ts';
import { LostEntry } from '../work/interrupted.ts';
import { contestedKeys, nameKey } from '../work/row-names.ts';
import type { Segment } from '../work/segment.ts';
import type { Setup } from '../work/setup.ts';
import { Crew } from './crew.ts';
import type { Delivery } from './delivery.ts';
import type { Done } from './done.ts';
import { forEachShard } from './for-each-shard.ts';

/** A run: what is read, how, and where it goes. */
export interface BatchOptions {
  readonly files: readonly InputFile[];
  readonly plan: PlanOptions;
  readonly setup: Omit<Setup, 'contested'>;
  /** Whether rows go to files of their own. */
  readonly named: boolean;
  readonly delivery: Delivery;
  /** What an earlier run did, and where it is noted what this one does. */
  readonly done: Done;
  readonly lanesFor: LanesFor;
  /** Bytes of all files. */
  readonly bytes: number;
  /** Seconds that an article may take; `null` for any. */
  readonly timeout: number | null;
  readonly stopped: () => boolean;
  /** Told, some times a second, how far the run is. */
  readonly onProgress: (state: RunState) => void;
}

/** How far a run is. */
export interface RunState {
  readonly articles: number;
  readonly failed: number;
  /** Bytes of the inputs that are read. */
  readonly bytes: number;
}

/**
 * Cleans all inputs. An input that fails is counted and the run goes on; output that cannot be written ends it with an error.
 *
 * @returns whether all was done; not when the run was stopped
 */
export async function runBatch(options: BatchOptions): Promise<boolean> {
  const inputs = nameInputs(options.files);
  const { setup, lanesFor, bytes, timeout, stopped, done, delivery } = options;
  const state = { bytes: 0, entries: 0, failed: 0 };
  const crew = new Crew({
    setup: { ...setup, contested: new Float64Array() },
    lanesFor,
    bytes,
    timeout,
    stopped,
    onLook() {
      const now = crew.underWay();
      options.onProgress({
        articles: state.entries - state.failed + now.entries - now.failed,
        failed: state.failed + now.failed,
        bytes: Math.min(state.bytes + now.bytes, Math.max(bytes, state.bytes)),
      });
    },
  });
  let whole = false;
  try {
    const contested = await contestedNames(inputs, crew, options);
    const work = async (shard: Shard): Promise<void> => {
      const before = state.bytes;
      await cleanShard(shard, contested, crew, options, (segment) => {
        state.entries += segment.entries;
        state.failed += segment.tally.failed;
      });
      state.bytes = Math.max(before, state.bytes) + shard.bytes;
    };
    await forEachShard(planShards(inputs, options.plan), crew, stopped, work);
    whole = !stopped();
  } finally {
    await crew.close();
    done.end();
    await delivery.end(whole);
  }
  return whole;
}

async function cleanShard(
  shard: Shard,
  contested: Float64Array,
  crew: Crew,
  { done, delivery, stopped }: BatchOptions,
  onSegment: (segment: Segment) => void,
): Promise<void> {
  let progressed: Progressed | null = done.of(shard);
  while (progressed !== null && !stopped()) {
    const { lost, ...from } = progressed;
    const at = { ...from };
    try {
      await crew.clean(shard, progressed, contested, async (segment) => {
        at.entries += segment.entries;
        at.segments += 1;
        onSegment(segment);
        await delivery.take(shard, segment);
        await done.add(shard, segment, stopped());
      });
      return;
    } catch (error) {
      if (error instanceof LostEntry) progressed = { ...at, lost: [...lost, error.lost] };
      else if (!stopped()) throw error;
    }
  }
}

/** Names that more than one row wants, and those that files have. Rows of what is read once only are named as they come. */
async function contestedNames(
  inputs: readonly NamedInput[],
  crew: Crew,
  { named, plan, stopped }: BatchOptions,
): Promise<Float64Array> {
  if (!named) return contestedKeys([]);
  const files = inputs.filter(({ file }) => !isReadOnce(file));
  const lists: Float64Array[] = [];
  const wholes: number[] = [];
  await forEachShard(planShards(files, plan), crew, stopped, async (shard) => {
    if (shard.isRows) lists.push(await crew.names(shard));
    else for (const { name } of shard.pieces) wholes.push(nameKey(name), nameKey(name));
  });
  return lists.length === 0
    ? contestedKeys([])
    : contestedKeys([...lists, Float64Array.from(wholes)]);
}
