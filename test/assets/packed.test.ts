import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Asset, readAsset } from '../../src/assets/asset.ts';
import {
  type ForestValues,
  type PackedForest,
  readForest,
} from '../../src/assets/packed-forest.ts';
import { readLinear } from '../../src/assets/packed-linear.ts';

type Tables = Readonly<Record<string, ArrayBufferView>>;
interface Packing {
  compactForest(forest: PackedForest): { values: ForestValues; tables: Tables };
  compactLinear(weights: Int8Array): Uint8Array;
}
interface Writing {
  writeAsset(path: string, asset: object): void;
}

const script = async (name: string): Promise<unknown> =>
  import(new URL(`../../scripts/${name}`, import.meta.url).href);
const { compactForest, compactLinear } = (await script('train/packed.mjs')) as Packing;
const { writeAsset } = (await script('assets.mjs')) as Writing;

/** An asset that holds tables, written and read. */
function assetOf(parts: Tables): Asset<unknown> {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'copydesk-test-')), 'one.bin');
  writeAsset(file, { maker: 'a test', from: {}, parts });
  return readAsset(pathToFileURL(file).href, 'a test');
}

describe('weights of words', () => {
  test('come out of an asset as they went in, at even and odd places', () => {
    const squares = Array.from({ length: 15 }, (_, i) => (i - 7) * Math.abs(i - 7));
    const weights = Int8Array.from([...squares, ...squares]);
    const asset = assetOf({ words: compactLinear(weights) });
    expect(readLinear(asset, 'words', { unit: 0.5 })).toEqual({ weights, unit: 0.5 });
  });

  test.each([2, -3, 64])('of %d are an error', (weight) => {
    expect(() => compactLinear(Int8Array.of(0, weight))).toThrow(`found a weight of ${weight}`);
  });
});

describe('a forest', () => {
  /** A tree of three leaves, one that is a leaf alone, and one of two leaves. */
  const forest: PackedForest = {
    columns: ['words:text', 'length'],
    roots: Int32Array.of(0, ~3, 2),
    branches: Int32Array.of(1, ~2, ~0, ~1, ~4, ~5),
    thresholds: Float32Array.of(0.5, -3, 0.25),
    features: Uint8Array.of(0, 1, 0),
    leaves: Float32Array.of(0.1, -0.2, 0.3, 0, -1, 0.5),
  };

  test('comes out of an asset as it went in, leaves to 16 bits', () => {
    const { values, tables } = compactForest(forest);
    const named = Object.entries(tables).map(([name, table]) => [`blocks:${name}`, table]);
    const read = readForest(assetOf(Object.fromEntries(named)), 'blocks', values);
    const { leaves, ...rest } = forest;
    expect({ ...read, leaves: null }).toEqual({ ...rest, leaves: null });
    read.leaves.forEach((leaf, i) => {
      expect(leaf).toBeCloseTo(leaves[i]!, 4);
    });
  });

  /** A tree of so many nodes, each with a leaf to its right, and of thresholds that are all different. */
  const chain = (nodes: number): PackedForest => ({
    columns: ['length'],
    roots: Int32Array.of(0),
    branches: Int32Array.from({ length: nodes * 2 }, (_, i) => {
      const node = i >> 1;
      return i % 2 === 0 && node < nodes - 1 ? node + 1 : ~(i % 2 === 0 ? nodes : node);
    }),
    thresholds: Float32Array.from({ length: nodes }, (_, i) => i),
    features: new Uint8Array(nodes),
    leaves: new Float32Array(nodes + 1),
  });

  test('may have trees of 127 nodes', () => {
    const { values, tables } = compactForest(chain(127));
    const named = Object.entries(tables).map(([name, table]) => [`blocks:${name}`, table]);
    const read = readForest(assetOf(Object.fromEntries(named)), 'blocks', values);
    expect(read.branches).toEqual(chain(127).branches);
  });

  test.each<[string, PackedForest]>([
    ['a tree has 128 nodes, expected up to 127', chain(128)],
    ['column length has 300 thresholds, expected up to 255', chain(300)],
    [
      'a forest has 257 columns, expected up to 256',
      { ...forest, columns: Array.from({ length: 257 }, (_, i) => `c${i}`) },
    ],
  ])('%s', (message, given) => {
    expect(() => compactForest(given)).toThrow(message);
  });
});
