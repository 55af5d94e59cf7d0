import { describe, expect, it } from 'vitest';
import { keptCost } from '../../../src/language-model/character-costs.ts';
import { LONGEST } from '../../../src/stages/repair/article/chunks.ts';
import { repairText } from '../../../src/stages/repair/article/repair-text.ts';
import { LEGACY } from '../../../src/stages/repair/charsets/layers.ts';
import * as costs from '../../../src/stages/repair/costs.ts';
import { NOTHING_SEEN } from '../../../src/stages/repair/hypothesis.ts';
import { leastPriorBits } from '../../../src/stages/repair/plausibility/prior.ts';
import { mayBeDamaged } from '../../../src/stages/repair/prefilter/may-be-damaged.ts';
import { createWorkspace } from '../../../src/stages/repair/workspace.ts';
import { cases } from './cases.ts';

const workspace = createWorkspace();
const { model } = workspace;
const idOf = (character: string): number => model.idOf(character.codePointAt(0)!);

describe('what the prefilter lets go, the search would not have repaired', () => {
  const lines = ['lines', 'articles', 'articles-mixed']
    .flatMap(cases)
    .flatMap(({ input }) => input.split('\n'));

  it('on every line of the cases', () => {
    const wrong = lines.filter(
      (line) =>
        !mayBeDamaged(workspace, line) && repairText(workspace, line, false, NOTHING_SEEN).solved,
    );
    expect(wrong).toEqual([]);
  });

  it('is asked of lines of both kinds', () => {
    const kept = lines.filter((line) => !mayBeDamaged(workspace, line)).length;
    expect(kept).toBeGreaterThan(20);
    expect(lines.length - kept).toBeGreaterThan(100);
  });
});

describe('what must hold between the numbers', () => {
  it('asks no more of a legacy chain before the search than the search does', () => {
    for (const chain of LEGACY) {
      const least = leastPriorBits(chain, NOTHING_SEEN);
      if (least !== costs.CONTROLS) expect(costs.LEAST_LEGACY_ESTIMATE).toBeLessThan(least);
    }
  });

  it('believes a chain by less estimate than it costs', () => {
    expect(costs.LEAST_LEGACY_ESTIMATE + costs.SLACK).toBe(costs.DAMAGE + costs.LEGACY_LAYER);
    expect(costs.DAMAGE_SEEN).toBeLessThan(costs.DAMAGE);
  });

  it('counts strangeness up to the highest limit on it', () => {
    expect(costs.STRANGE).toBeGreaterThanOrEqual(costs.STRANGE_FOR_LEGACY);
  });

  it('explains every character that surprises', () => {
    expect(costs.COSTLY).toBeLessThanOrEqual(costs.SURPRISE);
    expect(costs.EXPECTED).toBeLessThan(costs.SURPRISE);
  });

  it('gives up no stretch that could still be taken', () => {
    expect(costs.WORSE).toBeGreaterThanOrEqual(costs.COSTLY);
    expect(costs.HOPELESS_ARCS).toBeLessThanOrEqual(costs.HOPELESS);
    expect(costs.HOPELESS).toBeLessThanOrEqual(-costs.WORSE);
  });

  it('is surprised by nothing that it passes over as common: ideograms side by side, no-break spaces', () => {
    for (const [a, b] of ['錟龘', '龘々', '字ㇰ'] as const) {
      expect(keptCost(model, model.space, idOf(a!), idOf(b!))).toBeLessThan(costs.SURPRISE);
    }
    for (const before of 'aéжقक') {
      const bits = keptCost(model, model.space, idOf(before), model.noBreak);
      expect(bits).toBeLessThan(costs.SURPRISE);
    }
  });

  it('asks less of a chain the more kinds of characters show it, and nothing from some number on', () => {
    const bits = Array.from({ length: costs.THINNESS_KINDS + 2 }, (_, k) => costs.thinness(k));
    expect(bits).toEqual([...bits].sort((x, y) => y - x));
    expect(bits.indexOf(0)).toBe(costs.THINNESS_KINDS);
  });

  it('rules out what it calls impossible, whatever a text can save', () => {
    const dearest = 30; // what a kept character costs at most
    expect(costs.IMPOSSIBLE).toBeGreaterThan(dearest * LONGEST);
  });

  it('can afford each kind of guess by itself', () => {
    const { ASKED, BLANKED, BOTH_DROPPED, DROPPED, EMPTIED, FOLDED, REPLACED } = costs;
    const all = [ASKED, BLANKED, BOTH_DROPPED, DROPPED, EMPTIED, FOLDED, REPLACED];
    expect(Math.max(...all)).toBeLessThan(costs.TOO_MUCH);
  });

  it('takes windows-1252 and its like for the commonest damage', () => {
    const [first] = costs.UTF8_READ_AS;
    expect(first).toEqual(['western', Math.min(...costs.UTF8_READ_AS.map(([, bits]) => bits))]);
  });
});
