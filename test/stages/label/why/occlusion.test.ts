import { expect, test } from 'vitest';
import { FeatureTable } from '../../../../src/stages/label/model/features/feature-table.ts';
import { unpackForest } from '../../../../src/stages/label/model/forest.ts';
import { weighFeatures } from '../../../../src/stages/label/why/occlusion.ts';

/** Two stumps: `links` up to .5 adds 2 log-odds, else it takes 2 away; `stop` up to .5 takes 1 away, else adds 1. */
const FOREST = unpackForest({
  columns: ['links', 'stop'],
  roots: Int32Array.of(0, 1),
  branches: Int32Array.of(~0, ~1, ~2, ~3),
  thresholds: Float32Array.of(0.5, 0.5),
  leaves: Float32Array.of(2, -2, -1, 1),
  features: Uint8Array.of(0, 1),
});

function tableOf(columns: Readonly<Record<string, readonly number[]>>): FeatureTable {
  const table = new FeatureTable(Object.values(columns)[0]!.length);
  for (const [name, values] of Object.entries(columns)) table.put(name, Float32Array.from(values));
  return table;
}

test('a feature weighs what the values of other lines would change', () => {
  const table = tableOf({ unused: [9, 9, 9], stop: [1, 1, 1], links: [1, 0, 0] });
  const [links, stop, ...rest] = weighFeatures(FOREST, table, 0, 0.5);
  expect(rest).toEqual([]);
  expect(links).toMatchObject({ name: 'links', value: 1 });
  expect(links!.effect).toBeCloseTo(-4, 5);
  expect(links!.others).toEqual(new Float32Array(15));
  expect(stop).toMatchObject({ name: 'stop', turn: null });
  expect(stop!.effect).toBeCloseTo(0, 9);
});

test('a value of another line that would turn the decision is found, the least unusual one', () => {
  const table = tableOf({ stop: [1, 1, 1, 1], links: [1, 0.2, 0.9, 0.1] });
  const links = weighFeatures(FOREST, table, 0, 0.5).find(({ name }) => name === 'links')!;
  expect(links.turn!.value).toBeCloseTo(0.2, 5);
  expect(links.turn!.score).toBeCloseTo(1 / (1 + Math.exp(-3)), 5);
  expect(weighFeatures(FOREST, table, 0, 0.99)[0]!.turn).toBeNull();
});

test('a document of one line has nothing to compare it with', () => {
  expect(weighFeatures(FOREST, tableOf({ links: [1], stop: [0] }), 0, 0.5)).toEqual([]);
});
