import { inflateRawSync } from 'node:zlib';
import { readAsset } from './asset.ts';

/** Which layers of damage each code unit could be part of; src/stages/repair/charsets/masks.ts names the columns. */
export interface LayerMasks {
  /** The kind of each code unit; units that could be the same in all layers are of one kind. */
  readonly kinds: Uint16Array;
  /** What units of each kind could be, a row each. */
  readonly bits: Int32Array;
}

/** Reads assets/layer-masks.bin, which scripts/tables/masks.mjs makes. Not kept: the masks made of it are. */
export function readLayerMasks(): LayerMasks {
  const asset = readAsset<unknown>('layer-masks.bin', 'node scripts/tables/masks.mjs');
  const inflated = (part: string) => Uint8Array.from(inflateRawSync(asset.uint8(part))).buffer;
  return {
    kinds: new Uint16Array(inflated('kinds')),
    bits: new Int32Array(inflated('bits')),
  };
}
