import { describe, InputError } from '../contract/errors.ts';
import type { Pipeline } from '../pipeline.ts';
import { clean, type Item, type Outcome } from './outcome.ts';
import type { Progress } from './progress.ts';
import type { Sink } from './sinks.ts';
import type { Summary } from './summary.ts';
import { inOrder } from './window.ts';

/** What a run works with. */
export interface RunOptions {
  readonly items: AsyncIterable<Item>;
  readonly pipeline: Pipeline;
  readonly sink: Sink;
  readonly concurrency: number;
  readonly summary: Summary;
  readonly progress: Progress;
  /** Whether the run was told to end early. */
  readonly stopped: () => boolean;
}

/**
 * Cleans every item and hands the outcomes to the sink. An item that fails is counted and the run goes
 * on; output that cannot be written ends it with an error.
 */
export async function run(options: RunOptions): Promise<void> {
  const { sink, summary, progress } = options;
  let whole = false;
  try {
    const outcomes = inOrder(options.items, options.concurrency, (item) =>
      cleanAndStore(item, options.pipeline, sink),
    );
    for await (const outcome of outcomes) {
      const written = await emit(outcome, sink);
      summary.add(written);
      progress.update(summary.articles, summary.failed);
    }
    whole = !options.stopped();
  } finally {
    progress.done();
    await sink.end(whole);
  }
}

async function cleanAndStore(item: Item, pipeline: Pipeline, sink: Sink): Promise<Outcome> {
  const outcome = await clean(item, pipeline);
  return (await attempt(outcome, () => sink.store?.(outcome))) ?? outcome;
}

async function emit(outcome: Outcome, sink: Sink): Promise<Outcome> {
  return (await attempt(outcome, () => sink.emit?.(outcome))) ?? outcome;
}

/** The failure that writing an outcome gave, if it concerns this one only. */
async function attempt(
  outcome: Outcome,
  write: () => Promise<void> | undefined,
): Promise<Outcome | null> {
  try {
    await write();
    return null;
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { item: outcome.item, error: describe(error) };
  }
}
