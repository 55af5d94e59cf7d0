import { type Asset, readAsset } from './asset.ts';
import { type ForestValues, type PackedForest, readForest } from './packed-forest.ts';

/** Weights of hashed words, one a bucket, and what one unit of them is. */
export interface PackedLinear {
  readonly unit: number;
  readonly weights: Int8Array;
}

/** Everything that training has learnt for one format. */
export interface BodyModel {
  readonly words: PackedLinear;
  /** Null in plain text. */
  readonly names: PackedLinear | null;
  readonly blocks: PackedForest;
  /** Null in plain text. */
  readonly page: PackedForest | null;
  /** Share of body among blocks whose score lies around each twentieth from 0 to 1. */
  readonly calibration: readonly number[];
}

interface Values {
  readonly words: { readonly unit: number };
  readonly names: { readonly unit: number } | null;
  readonly blocks: ForestValues;
  readonly page: ForestValues | null;
  readonly calibration: readonly number[];
}

/** Reads assets/body-html.bin or body-text.bin, which `npm run train` makes. Not kept: what is made of it is. */
export function readBodyModel(format: 'html' | 'text'): BodyModel {
  const asset = readAsset<Values>(`body-${format}.bin`, 'npm run train');
  const { words, names, blocks, page, calibration } = asset.values;
  return {
    words: linear(asset, 'words', words),
    names: names && linear(asset, 'names', names),
    blocks: readForest(asset, 'blocks', blocks),
    page: page && readForest(asset, 'page', page),
    calibration,
  };
}

/** A byte of the asset holds two weights, each four bits with a sign: the root of the weight. */
function linear(
  asset: Asset<Values>,
  name: string,
  { unit }: { readonly unit: number },
): PackedLinear {
  const roots = asset.uint8(name);
  const weights = new Int8Array(roots.length * 2);
  for (let i = 0; i < roots.length; i++) {
    const pair = roots[i]!;
    weights[i * 2] = signedSquare((pair << 28) >> 28);
    weights[i * 2 + 1] = signedSquare((pair << 24) >> 28);
  }
  return { unit, weights };
}

function signedSquare(root: number): number {
  return root * Math.abs(root);
}
