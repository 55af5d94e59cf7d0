import { InputError } from '../../contract/errors.ts';
import { learnDocument } from '../../dedupe/site-lines/page-lines.ts';
import type { SiteMemory } from '../../dedupe/site-lines/site-memory.ts';
import type { Pipeline } from '../../pipeline.ts';
import type { Item } from '../outcome.ts';

/** Counts the lines of every item whose site is known; what cannot be read is left to the run that follows. */
export async function learnItems(
  items: AsyncIterable<Item>,
  pipeline: Pipeline,
  memory: SiteMemory,
): Promise<void> {
  for await (const item of items) {
    try {
      learnDocument(memory, pipeline.trace(await item.load(), 'normalize'));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
    }
  }
}
