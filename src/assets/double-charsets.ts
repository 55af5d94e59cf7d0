import { createRequire } from 'node:module';
import type * as Zlib from 'node:zlib';
import { readAsset } from './asset.ts';

/** The charsets of one and two bytes a character whose tables assets/double-charsets.bin holds. */
export const DOUBLE_CHARSETS: ReadonlySet<string> = new Set([
  'gbk',
  'big5',
  'shift_jis',
  'euc-kr',
  'euc-jp',
]);

/**
 * Code units, 16 bits each (low byte first), of the bytes 80 to FF, then of the pairs whose first byte is 81 to FE and
 * whose second is 40 to 7E or 80 to FE; 0 stands for none. Inflated at each call: who asks keeps what it makes of them.
 * @param name one of `DOUBLE_CHARSETS`
 */
export function doubleUnits(name: string): Uint8Array {
  // Loaded when it is first needed: hardly any text asks for these charsets.
  const { inflateRawSync } = createRequire(import.meta.url)('node:zlib') as typeof Zlib;
  const asset = readAsset<unknown>('double-charsets.bin', 'node scripts/tables/doubles.mjs');
  return inflateRawSync(asset.uint8(name));
}
