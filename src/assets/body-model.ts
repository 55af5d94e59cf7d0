import { type Asset, readAsset } from './asset.ts';

/** A forest as an asset holds it; src/stages/label/model/forest.ts says what the numbers mean. */
export interface PackedForest {
  /** Names of the columns that the trees ask for. */
  readonly columns: readonly string[];
  /** Each tree's first node; numbers below 0 are leaves (`~number`). */
  readonly roots: Int32Array;
  /** Two for each node: where to go for values up to the threshold, and for others. */
  readonly branches: Int32Array;
  readonly thresholds: Float32Array;
  readonly leaves: Float32Array;
  /** Of each node: its column. */
  readonly features: Uint16Array;
}

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
  readonly blocks: { readonly columns: readonly string[] };
  readonly page: { readonly columns: readonly string[] } | null;
  readonly calibration: readonly number[];
}

/** Reads assets/body-html.bin or body-text.bin, which `npm run train` makes. Not kept: what is made of it is. */
export function readBodyModel(format: 'html' | 'text'): BodyModel {
  const asset = readAsset<Values>(`body-${format}.bin`, 'npm run train');
  const { words, names, blocks, page, calibration } = asset.values;
  return {
    words: { unit: words.unit, weights: asset.int8('words') },
    names: names && { unit: names.unit, weights: asset.int8('names') },
    blocks: forest(asset, 'blocks', blocks),
    page: page && forest(asset, 'page', page),
    calibration,
  };
}

function forest(
  asset: Asset<Values>,
  name: string,
  { columns }: { readonly columns: readonly string[] },
): PackedForest {
  return {
    columns,
    roots: asset.int32(`${name}:roots`),
    branches: asset.int32(`${name}:branches`),
    thresholds: asset.float32(`${name}:thresholds`),
    leaves: asset.float32(`${name}:leaves`),
    features: asset.uint16(`${name}:features`),
  };
}
