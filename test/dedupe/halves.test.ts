import { expect, test } from 'vitest';
import { gramWeightTable } from '../../src/assets/gram-weights.ts';
import { candidateStatements } from '../../src/dedupe/candidates/statements.ts';
import { explainPair } from '../../src/dedupe/explain-pair.ts';
import { clusterPairs, createSigner, createVerifier } from '../../src/dedupe/halves.ts';
import type { Verdict } from '../../src/dedupe/verify/decide.ts';
import { createGramWeights } from '../../src/dedupe/weights/gram-weights.ts';
import { BRIDGE, FERRY, paragraphs, withDateline } from './stories.ts';

const sign = createSigner();
const texts = [BRIDGE, withDateline(BRIDGE, 'HALVERSTAD (AFP) —'), FERRY, paragraphs(BRIDGE, 0, 3)];
const signatures = texts.map(sign);

test('texts that are one share keys, and their words an identity', () => {
  const shared = (a: number, b: number): number =>
    signatures[a]!.keys.filter((key) => signatures[b]!.keys.includes(key)).length;
  expect(signatures[0]!.identity).toBe(signatures[1]!.identity);
  expect(shared(0, 3)).toBeGreaterThan(1);
  expect(shared(0, 2)).toBe(0);
  expect(sign('')).toMatchObject({ keys: [], identity: 0 });
});

test('pairs are verified and put into clusters', () => {
  const verify = createVerifier(31);
  const dated = signatures.map(({ bytes }, i) => ({ bytes, date: `2024-0${i + 1}-01` }));
  expect(verify(dated[0]!, dated[3]!)).toMatchObject({ same: false, reason: 'other-time' });
  const judge = (a: number, b: number) => verify(signatures[a]!, signatures[b]!);
  expect(judge(0, 2)).toMatchObject({ same: false, reason: 'other-text' });
  const pairs = [
    [0, 1],
    [0, 2],
    [0, 3],
    [1, 3],
    [2, 3],
  ] as const;
  expect([...clusterPairs(4, pairs, judge)]).toEqual([0, 0, 2, 0]);
});

test('a chain of likenesses does not join what is not alike', () => {
  const likes = new Set(['0 1', '1 2', '2 3', '3 4', '4 5', '5 6', '6 7']);
  const judge = (a: number, b: number): Verdict =>
    likes.has(`${Math.min(a, b)} ${Math.max(a, b)}`)
      ? { same: true, reason: 'same-lead', strength: 0.5 }
      : { same: false, reason: 'other-text', strength: 0.5 };
  const pairs = [...likes].map((pair) => pair.split(' ').map(Number) as [number, number]);
  const clusters = clusterPairs(8, pairs, judge);
  expect(new Set(clusters).size).toBeGreaterThan(1);
});

test('statements hold no placeholder', () => {
  expect(candidateStatements(24).join('\n')).not.toContain('{');
});

test('the same text is one at any distance of time, when explained too', () => {
  const at = (date: string) => ({ text: BRIDGE, date });
  const weights = createGramWeights(gramWeightTable());
  const { verdict } = explainPair(at('2020-01-01'), at('2024-01-25'), weights, 31);
  expect(verdict).toMatchObject({ same: true, reason: 'same-text' });
  const late = { text: paragraphs(BRIDGE, 0, 3), date: '2024-01-25' };
  expect(explainPair(at('2020-01-01'), late, weights, 31).verdict.reason).toBe('other-time');
});
