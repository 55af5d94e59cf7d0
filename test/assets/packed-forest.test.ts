import { expect, test } from 'vitest';
import type { Asset } from '../../src/assets/asset.ts';
import {
  type ForestValues,
  type PackedForest,
  readForest,
} from '../../src/assets/packed-forest.ts';

type Tables = Readonly<Record<string, ArrayBufferView>>;
interface Packing {
  compactForest(forest: PackedForest): { values: ForestValues; tables: Tables };
}

const FILE = new URL('../../scripts/train/packed.mjs', import.meta.url).href;
const { compactForest } = (await import(FILE)) as Packing;

/** A tree of three leaves, one that is a leaf alone, and one of two leaves. */
const FOREST: PackedForest = {
  columns: ['words:text', 'length'],
  roots: Int32Array.of(0, ~3, 2),
  branches: Int32Array.of(1, ~2, ~0, ~1, ~4, ~5),
  thresholds: Float32Array.of(0.5, -3, 0.25),
  features: Uint8Array.of(0, 1, 0),
  leaves: Float32Array.of(0.1, -0.2, 0.3, 0, -1, 0.5),
};

/** Tables under the names that an asset gives them. */
function assetOf(tables: Tables): Asset<unknown> {
  const find = (part: string) => tables[part.slice('blocks:'.length)] as never;
  return {
    values: null,
    text: find,
    uint8: find,
    int8: find,
    uint16: find,
    int16: find,
    int32: find,
    float32: find,
  };
}

test('a forest comes out of an asset as it went in, leaves to 16 bits', () => {
  const { values, tables } = compactForest(FOREST);
  const read = readForest(assetOf(tables), 'blocks', values);
  const { leaves, ...rest } = FOREST;
  expect({ ...read, leaves: null }).toEqual({ ...rest, leaves: null });
  read.leaves.forEach((leaf, i) => {
    expect(leaf).toBeCloseTo(leaves[i]!, 4);
  });
});

test('a tree of more nodes than a byte counts is an error', () => {
  const nodes = 200;
  const chain: PackedForest = {
    columns: ['length'],
    roots: Int32Array.of(0),
    branches: Int32Array.from({ length: nodes * 2 }, (_, i) =>
      i % 2 === 0 && i < nodes * 2 - 2 ? i / 2 + 1 : ~0,
    ),
    thresholds: new Float32Array(nodes),
    features: new Uint8Array(nodes),
    leaves: new Float32Array(nodes + 1),
  };
  expect(() => compactForest(chain)).toThrow('a tree has 200 nodes, expected up to 127');
});
