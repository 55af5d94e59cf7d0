import { setImmediate as turn } from 'node:timers/promises';
import type { CleanOptions } from '../../config/options.ts';
import { InputError } from '../../contract/errors.ts';
import { learnDocument } from '../../dedupe/site-lines/page-lines.ts';
import type { SiteMemory } from '../../dedupe/site-lines/site-memory.ts';
import { createPipeline } from '../../pipeline.ts';
import { createGuard } from '../engine/guard.ts';
import type { Shard } from '../plan/shard.ts';
import { entriesOf, type Reading } from '../work/entries.ts';
import { Interrupted, LostEntry } from '../work/interrupted.ts';

/** How inputs are read, and what limits an article. */
export interface LearnOptions {
  readonly setup: Reading;
  /** Seconds that an article may take; `null` for any. */
  readonly timeout: number | null;
  readonly stopped: () => boolean;
}

/**
 * Counts the lines of every article whose site is known, in the main thread; what cannot be read, or takes too long, is left to
 * the run that follows.
 */
export async function learnShards(
  shards: AsyncIterable<Shard>,
  options: CleanOptions,
  memory: SiteMemory,
  { setup, timeout, stopped }: LearnOptions,
): Promise<void> {
  const pipeline = createPipeline(options);
  const guard = createGuard(timeout);
  for await (const shard of shards) {
    for await (const { entry, number } of entriesOf(shard, setup)) {
      // Signals are heard between two turns.
      await turn();
      if (stopped()) return;
      try {
        const source = await entry.load();
        guard(number, () => learnDocument(memory, pipeline.trace(source, 'cut')));
      } catch (error) {
        if (error instanceof Interrupted) return;
        if (!(error instanceof InputError || error instanceof LostEntry)) throw error;
      }
    }
  }
}
