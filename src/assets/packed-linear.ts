import type { Asset } from './asset.ts';

/** Weights of hashed words, one a bucket, of which there are a power of two; and what one unit of them is, in log-odds. */
export interface Linear {
  readonly weights: Int8Array;
  readonly unit: number;
}

/** What an asset's header says of such weights. */
export interface LinearValues {
  readonly unit: number;
}

/**
 * Weights as `scripts/train/packed.mjs` puts them into an asset, four bits each: a number from -7 to 7 whose square, with
 * its sign, is the weight. Two stand in a byte, the first in its low bits.
 */
export function readLinear<Values>(
  asset: Asset<Values>,
  name: string,
  { unit }: LinearValues,
): Linear {
  const roots = asset.uint8(name);
  const weights = new Int8Array(roots.length * 2);
  for (let i = 0; i < roots.length; i++) {
    const pair = roots[i]!;
    // The shifts to the right carry the sign.
    weights[i * 2] = signedSquare((pair << 28) >> 28);
    weights[i * 2 + 1] = signedSquare((pair << 24) >> 28);
  }
  return { unit, weights };
}

function signedSquare(root: number): number {
  return root * Math.abs(root);
}
