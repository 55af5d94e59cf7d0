import { type Asset, readAsset } from './asset.ts';

/**
 * Opens assets/built/layer-masks.bin: `kind` by code unit (16 bits) and, by kind, a table of 32 bits for each field of
 * `Masks` (src/stages/repair/charsets/masks.ts). Not kept: the masks, which are views of it, are.
 */
export function openLayerMasks(): Asset<unknown> {
  return readAsset<unknown>('built/layer-masks.bin', 'npm run generate');
}
