import type { Progressed, Shard } from '../plan/shard.ts';
import type { Tally, TallyData } from '../report/tally.ts';
import type { Segment } from '../work/segment.ts';
import type { Journal } from './journal.ts';

/** What is done of a run, by shards; with a journal, what an earlier run did, too. */
export interface Done {
  /** What is done of a shard; `null` for all of it. */
  of(shard: Shard): Progressed | null;
  /**
   * Notes a segment.
   * @param isCut whether it may have ended early, and so is not what another run would give
   */
  add(shard: Shard, segment: Segment, isCut: boolean): Promise<void>;
  /** Counts what is still waiting for its turn. */
  end(): void;
}

const NOTHING: Progressed = { entries: 0, segments: 0, lost: [] };

/** What was counted of a shard. */
interface Counted {
  readonly tallies: TallyData[];
  isWhole: boolean;
}

/**
 * @param journal `null` where nothing is noted
 * @param tally gets what was counted, in the order of shards, whatever the order in which they end
 */
export function createDone(journal: Journal | null, tally: Tally): Done {
  const before = new Map<number, Progressed | null>();
  const waiting = new Map<number, Counted>();
  let current = 0;
  const count = (shard: number, data: TallyData, isLast: boolean): void => {
    const counted = waiting.get(shard) ?? { tallies: [], isWhole: false };
    waiting.set(shard, counted);
    counted.tallies.push(data);
    counted.isWhole ||= isLast;
    for (let next = waiting.get(current); next?.isWhole; next = waiting.get(current)) {
      for (const one of next.tallies) tally.merge(one);
      waiting.delete(current);
      current += 1;
    }
  };
  for (const { shard, segment, isLast, entries, tally: data } of journal?.done ?? []) {
    const known = before.get(shard)?.entries ?? 0;
    before.set(
      shard,
      isLast ? null : { entries: known + entries, segments: segment + 1, lost: [] },
    );
    count(shard, data, isLast);
  }
  return {
    of({ number }) {
      const known = before.get(number);
      return known === undefined ? NOTHING : known;
    },
    async add({ number, target }, { output: _, number: segment, ...rest }, isCut) {
      count(number, rest.tally, rest.isLast);
      if (!isCut || rest.isLast) await journal?.add({ shard: number, segment, target, ...rest });
    },
    end() {
      for (const [, { tallies }] of [...waiting].sort(([a], [b]) => a - b)) {
        for (const one of tallies) tally.merge(one);
      }
      waiting.clear();
    },
  };
}
