import { readAsset } from './asset.ts';
import { once } from './once.ts';

/** How much pairs of tokens say; src/dedupe/weights/gram-weights.ts reads them. */
export interface GramWeightTable {
  readonly counts: Uint8Array;
  readonly entries: Uint16Array;
}

/** Reads assets/gram-weights.bin. */
export const gramWeightTable: () => GramWeightTable = once(() => {
  const asset = readAsset<unknown>(
    'gram-weights.bin',
    'node scripts/tables/gram-weights.mjs BENCHMARKS',
  );
  return { counts: asset.uint8('counts'), entries: asset.uint16('entries') };
});
