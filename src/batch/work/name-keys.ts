import type { Shard } from '../plan/shard.ts';
import { entriesOf } from './entries.ts';
import { nameKey, wantedName } from './row-names.ts';
import type { Setup } from './setup.ts';
import type { Watch } from './watch.ts';

/** The keys of the names that the rows of a shard want. */
export async function nameKeys(shard: Shard, setup: Setup, watch: Watch): Promise<Float64Array> {
  const keys: number[] = [];
  for await (const { entry, piece } of entriesOf(shard, setup)) {
    if (watch.isStopped()) break;
    if (entry.record !== null && entry.key !== null) keys.push(nameKey(wantedName(entry, piece)));
  }
  return Float64Array.from(keys);
}
