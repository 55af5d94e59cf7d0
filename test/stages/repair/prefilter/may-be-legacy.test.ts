import { describe, expect, it } from 'vitest';
import { mayBeLegacy } from '../../../../src/stages/repair/prefilter/may-be-legacy.ts';
import { viewText } from '../../../../src/stages/repair/prefilter/text-view.ts';
import { workspace } from '../guards.ts';

/** What the guard says of a text that a scan has read to its end. */
function verdict(text: string): boolean {
  const view = viewText(workspace, text);
  workspace.surprise.units(view.units, view.length, Number.POSITIVE_INFINITY);
  return mayBeLegacy(workspace, view);
}

const RUSSIAN = 'Ìýð ñîîáùèë, ÷òî ìîñò îòêðîþò â ïÿòíèöó.';
const JAPANESE = 's\u0092·\u0082ÍA\u008b´\u0082ª\u008bà\u0097j\u0093ú\u0082ÉJ\u0092Ê\u0082·\u0082é';

describe('mayBeLegacy', () => {
  it.each([
    ['few characters that are no ASCII', 'Ìýð ñîîáùèë, ÷òî ìîñò'],
    ['many', RUSSIAN.repeat(3)],
    ['bytes of a charset of two', JAPANESE],
    ['ideograms that were others', '蕾婓華奻ㄛ耀溘珧俋罣赽腔'],
  ])('asks for the search: %s', (_, text) => {
    expect(verdict(text)).toBe(true);
  });

  it.each([
    ['nothing strange', 'L’été était chaud.'],
    ['one rare letter, which saves too little', 'the ƕ of Gothic'],
    ['formulas', 'ψ√π ∆q·∆p ≥ ħ/2'],
    ['ideograms of written text with a rare one', '报道称，龘先生于周五通车。'],
  ])('lets go: %s', (_, text) => {
    expect(verdict(text)).toBe(false);
  });
});
