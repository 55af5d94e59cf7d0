import { readAsset } from './asset.ts';
import { once } from './once.ts';

/** The small letters besides a to z of every language that is written in Latin letters, an alphabet each (CLDR). */
export const alphabets: () => readonly string[] = once(() =>
  readAsset<unknown>('alphabets.bin', 'node scripts/tables/alphabets.mjs SOURCES')
    .text('alphabets')
    .split('\n'),
);
