import type { Parameters } from 'fast-check';

const RUNS = Number(process.env['FC_RUNS'] ?? 150);
const SEED = Number(process.env['FC_SEED'] ?? 20261122);

/**
 * Parameters of a property: the same cases in every run, so that a red test stays red until it is mended.
 * `FC_RUNS` and `FC_SEED` look further.
 */
export function runs<Cases>(share = 1): Parameters<Cases> {
  return { numRuns: Math.max(1, Math.round(RUNS * share)), seed: SEED };
}
