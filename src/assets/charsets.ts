import { readAsset } from './asset.ts';
import { once } from './once.ts';

/** Characters of an upper half: bytes 0x80 to 0xFF. */
const HALF = 128;

const halves = once(() => {
  const asset = readAsset<{ readonly names: readonly string[] }>(
    'charsets.bin',
    'node scripts/tables/charsets.mjs',
  );
  const units = asset.uint16('units');
  return new Map(
    asset.values.names.map((name, i) => [name, units.subarray(i * HALF, (i + 1) * HALF)]),
  );
});

/**
 * What the bytes 0x80 to 0xFF of a single-byte charset mean, a code unit each; a byte that the code page leaves
 * undefined is the code point of its number. Undefined for other charsets.
 * @param name as WHATWG and IANA write it, in small letters (`windows-1252`)
 */
export function upperHalf(name: string): Uint16Array | undefined {
  return halves().get(name);
}
