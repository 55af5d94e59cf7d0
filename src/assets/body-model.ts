import { readAsset } from './asset.ts';
import { type ForestValues, type PackedForest, readForest } from './packed-forest.ts';
import { type Linear, type LinearValues, readLinear } from './packed-linear.ts';

/** Everything that training has learnt for one format. */
export interface BodyModel {
  readonly words: Linear;
  /** Null in plain text. */
  readonly names: Linear | null;
  readonly blocks: PackedForest;
  /** Null in plain text. */
  readonly page: PackedForest | null;
  /** Share of body among blocks whose score lies around each twentieth from 0 to 1. */
  readonly calibration: readonly number[];
}

interface Values {
  readonly words: LinearValues;
  readonly names: LinearValues | null;
  readonly blocks: ForestValues;
  readonly page: ForestValues | null;
  readonly calibration: readonly number[];
}

/** Reads assets/body-html.bin or body-text.bin, which `npm run train` makes. Not kept: what is made of it is. */
export function readBodyModel(format: 'html' | 'text'): BodyModel {
  const asset = readAsset<Values>(`body-${format}.bin`, 'npm run train');
  const { words, names, blocks, page, calibration } = asset.values;
  return {
    words: readLinear(asset, 'words', words),
    names: names && readLinear(asset, 'names', names),
    blocks: readForest(asset, 'blocks', blocks),
    page: page && readForest(asset, 'page', page),
    calibration,
  };
}
