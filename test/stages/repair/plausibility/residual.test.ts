import { describe, expect, it } from 'vitest';
import { NOTHING_SEEN, type Plan, type Step } from '../../../../src/stages/repair/hypothesis.ts';
import { repair } from '../../../../src/stages/repair/index.ts';
import { isMoreLanguageLike } from '../../../../src/stages/repair/plausibility/language-check.ts';
import {
  leavesLittleSurprise,
  mixesScripts,
  readsWell,
} from '../../../../src/stages/repair/plausibility/residual.ts';
import { readSingleChain } from '../../../../src/stages/repair/search/single-chain.ts';
import { candidate, codesOf, planFor, workspace } from '../guards.ts';

const { model, surprise } = workspace;

describe('leavesLittleSurprise', () => {
  it('alone saves a formula of which a chain would explain two characters and leave the others as strange', () => {
    const text = 'sin√π ∆y·∆q ≥ ħ/4';
    const plan = planFor(text);
    expect(isMoreLanguageLike(model, codesOf(text), plan, NOTHING_SEEN)).toBe(true);
    expect(leavesLittleSurprise(surprise, codesOf(text), plan, NOTHING_SEEN)).toBe(false);
    expect(repair(text).repairs).toEqual([]);
  });

  it.each([
    ['a text that one chain explains', 'Lâ€™Ã©tÃ© Ã©tait chaud'],
    ['controls that become marks, however strange the rest is', '\u0093ok\u0094 √π≈∂∆ħ'],
  ])('lets pass %s', (_, text) => {
    expect(leavesLittleSurprise(surprise, codesOf(text), planFor(text), NOTHING_SEEN)).toBe(true);
  });
});

describe('mixesScripts', () => {
  const making = (...texts: string[]): Plan => {
    const steps = texts.map((out, i): Step => {
      return { from: i, to: i + 1, out: codesOf(out), cost: 0, option: 0 };
    });
    return { steps, candidates: [candidate('Ã©', 'utf-8>western')], gain: 1 };
  };

  it('forbids few letters of two scripts, Latin aside', () => {
    expect(mixesScripts(model, making('툭', 'פ'))).toBe(true);
    expect(mixesScripts(model, making('ж', 'λ'))).toBe(true);
  });

  it('has nothing against one script beside Latin, nor against a long text in several', () => {
    expect(mixesScripts(model, making('ж', 'é', '’'))).toBe(false);
    expect(mixesScripts(model, making('новости', 'ειδήσεις'))).toBe(false);
  });
});

describe('readsWell', () => {
  const verdict = (text: string): boolean =>
    readsWell(workspace, text, readSingleChain(workspace, codesOf(text))!);

  it('takes what reads as language', () => {
    expect(verdict('Lâ€™Ã©tÃ© Ã©tait chaud')).toBe(true);
  });

  it('takes no corners of a box for a letter as strange', () => {
    expect(verdict('╔╗')).toBe(false);
  });
});
