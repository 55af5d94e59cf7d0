import type { Article } from '../../src/contract/article.ts';
import type { Input } from '../../src/contract/input.ts';
import { createPipeline } from '../../src/pipeline.ts';

const full = createPipeline({ ledger: 'full' });

/** Cleans with the full ledger; the pipeline is made once for all tests of a thread. */
export function cleanFull(input: Input): Article {
  return full.clean(input);
}
