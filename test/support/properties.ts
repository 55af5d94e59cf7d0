import type { Parameters } from 'fast-check';

const RUNS = Number(process.env['FC_RUNS'] ?? 100);
const SEED = Number(process.env['FC_SEED'] ?? 20261122);

/**
 * Parameters of a property: the same cases in every run, so that a red test stays red until it is mended.
 * `FC_RUNS` and `FC_SEED` look further.
 */
export function runs<Cases>(share = 1): Parameters<Cases> {
  return { numRuns: Math.max(1, Math.round(RUNS * share)), seed: SEED };
}

/** Options of a test that runs many cases: no deadline of its own. */
export const SLOW = { timeout: 600_000 } as const;
