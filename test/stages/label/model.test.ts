import { describe, expect, it } from 'vitest';
import { shifted, sumsOf, windowed } from '../../../src/stages/label/model/features/neighbours.ts';
import { evaluate, unpackForest } from '../../../src/stages/label/model/forest.ts';
import { weightsFor } from '../../../src/stages/label/model/weights.ts';
import { scan } from '../../../src/text/counts.ts';

/** One tree: `a` up to 0.5 gives -2, else `b` up to 1 gives 1 or 3. */
function smallForest() {
  return unpackForest({
    columns: ['a', 'b'],
    roots: new Int32Array([0]),
    branches: new Int32Array([-1, 1, -2, -3]),
    thresholds: new Float32Array([0.5, 1]),
    leaves: new Float32Array([-2, 1, 3]),
    features: new Uint8Array([0, 1]),
  });
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));

describe('evaluate', () => {
  it('follows the branches, whatever the order of the columns', () => {
    const b = Float32Array.from([0, 1, 2]);
    const a = Float32Array.from([0.5, 1, 1]);
    const found = evaluate(smallForest(), ['b', 'x', 'a'], [b, b, a], 3);
    [-2, 1, 3].forEach((score, i) => {
      expect(found[i]).toBeCloseTo(logistic(score), 6);
    });
  });

  it('reads a column that is missing as zero', () => {
    expect(evaluate(smallForest(), [], [], 1)[0]).toBeCloseTo(logistic(-2), 6);
  });
});

describe('scan', () => {
  it('counts words, sentences and letters', () => {
    const tokens: number[] = [];
    const counts = scan('“It rained, again.” So what? 3.5 km', tokens);
    expect(counts).toMatchObject({
      stops: 2,
      commas: 1,
      digits: 2,
      quotes: 2,
      startsUpper: 1,
      endsStop: 0,
    });
    expect(tokens).toHaveLength(7);
  });

  it('reads scripts without spaces as pairs of characters', () => {
    const tokens: number[] = [];
    const counts = scan('今日は雨です。', tokens);
    expect(counts).toMatchObject({ unspaced: 6, stops: 1, endsStop: 1 });
    expect(tokens).toHaveLength(6);
  });

  it('gives a word the same hash in any case', () => {
    const [lower, upper]: [number[], number[]] = [[], []];
    scan('straße öffnen', lower);
    scan('Straße ÖFFNEN', upper);
    expect(upper).toEqual(lower);
  });
});

describe('neighbours', () => {
  const column = Float32Array.from([1, 2, 3]);

  it('moves a column', () => {
    expect([...shifted(column, 1)]).toEqual([2, 3, -1]);
    expect([...shifted(column, -2)]).toEqual([-1, -1, 1]);
    expect([...shifted(column, 9)]).toEqual([-1, -1, -1]);
  });

  it('takes means of what stands before and behind', () => {
    expect([...windowed(sumsOf(column), 2)]).toEqual([2.5, 3, -1]);
    expect([...windowed(sumsOf(column), -5)]).toEqual([-1, 1, 1.5]);
  });
});

describe('weights', () => {
  it.each([true, false])('are read once (html: %s)', (html) => {
    const weights = weightsFor(html);
    expect(weightsFor(html)).toBe(weights);
    expect(weights.blocks.roots.length).toBeGreaterThan(10);
    expect(weights.blocks.columns).toContain('words:text');
    expect(weights.names === null).toBe(!html);
  });
});
