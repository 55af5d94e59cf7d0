import { describe, expect, it } from 'vitest';
import {
  CONTROLS,
  DAMAGE,
  DAMAGE_SEEN,
  IMPOSSIBLE,
  LEGACY_LAYER,
  SHOUTING,
  thinness,
  UNKNOWN_LANGUAGE,
} from '../../../../src/stages/repair/costs.ts';
import { type Candidate, NOTHING_SEEN } from '../../../../src/stages/repair/hypothesis.ts';
import { leastPriorBits, priorBits } from '../../../../src/stages/repair/plausibility/prior.ts';
import { candidate, codesOf, weighed } from '../guards.ts';

const RUSSIAN = 'Ìýð ñîîáùèë, ÷òî ìîñò îòêðîþò';
const bitsOf = (text: string, key: string): number =>
  priorBits(weighed(text), candidate(text, key), NOTHING_SEEN);

/** A legacy chain that would make one letter of each of a text's. */
function letterByLetter(text: string, made: string): Candidate {
  const out = codesOf(made);
  const arcs = codesOf(text).map((_, i) => ({ from: i, to: i + 1, out: [out[i]!], cost: 0 }));
  return { ...candidate('ìî', 'windows-1251>western'), arcs };
}

describe('priorBits', () => {
  it('asks least of what the article has shown', () => {
    const seen = new Set(['windows-1251>western']);
    const russian = candidate(RUSSIAN, 'windows-1251>western');
    expect(priorBits(weighed(RUSSIAN), russian, seen)).toBe(DAMAGE_SEEN);
  });

  it('asks little for controls, which nobody writes', () => {
    expect(bitsOf('\u0093ok\u0094', 'windows-1252>iso-8859-1')).toBe(CONTROLS);
  });

  it('asks for any damage, and more for a rare kind of it', () => {
    const text = 'cafÃ© dÃ©jÃ  l’Ã®le';
    expect(bitsOf(text, 'utf-8>western')).toBe(DAMAGE);
    expect(bitsOf(text, 'utf-8>iso-8859-15')).toBeGreaterThan(DAMAGE);
  });

  it('asks no more of a legacy chain once many kinds of characters show it', () => {
    expect(bitsOf(RUSSIAN, 'windows-1251>western')).toBe(DAMAGE + LEGACY_LAYER);
  });

  it('asks more of one that few kinds show, most in text without a fault', () => {
    const base = DAMAGE + LEGACY_LAYER;
    // nothing but ž is made
    const text = 'da je muæ kaæe luæa';
    expect(bitsOf(text, 'windows-1257>western')).toBe(base + thinness(1) + UNKNOWN_LANGUAGE);
  });

  it('asks more of one that makes capitals of small letters', () => {
    const plain = letterByLetter('àâäéç', 'плащё');
    const shouting = letterByLetter('àâäéç', 'ПЛАЩЁ');
    const text = weighed('àâäéç');
    const extra = priorBits(text, shouting, NOTHING_SEEN) - priorBits(text, plain, NOTHING_SEEN);
    expect(extra).toBeGreaterThanOrEqual(SHOUTING);
  });

  it('rules out one that replaces letters which the model has hardly seen, ideograms aside', () => {
    const text = 'ԜԞԢӺӻӿ';
    expect(priorBits(weighed(text), letterByLetter(text, 'волнад'), NOTHING_SEEN)).toBe(IMPOSSIBLE);
  });

  it('rules out one that proves nothing', () => {
    expect(bitsOf('àáâãäåæç', 'windows-1251>western')).toBe(IMPOSSIBLE);
  });
});

describe('leastPriorBits', () => {
  it('is never more than what is asked of a text', () => {
    for (const key of ['windows-1251>western', 'koi8-r>western']) {
      const { chain } = candidate(RUSSIAN, key);
      expect(leastPriorBits(chain, NOTHING_SEEN)).toBeLessThanOrEqual(bitsOf(RUSSIAN, key));
      expect(leastPriorBits(chain, new Set([key]))).toBe(DAMAGE_SEEN);
    }
  });
});
