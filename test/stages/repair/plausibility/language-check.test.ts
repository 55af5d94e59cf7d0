import { describe, expect, it } from 'vitest';
import { NOTHING_SEEN } from '../../../../src/stages/repair/hypothesis.ts';
import { repair } from '../../../../src/stages/repair/index.ts';
import { isMoreLanguageLike } from '../../../../src/stages/repair/plausibility/language-check.ts';
import {
  leavesLittleSurprise,
  mixesScripts,
} from '../../../../src/stages/repair/plausibility/residual.ts';
import { codesOf, planFor, workspace } from '../guards.ts';

const { model, surprise } = workspace;

describe('isMoreLanguageLike alone saves', () => {
  it.each([
    [
      'a language that the model does not know',
      'Sto formâto o l’é dêuviòu da-i zoêni pe creâ e mandâ de nêuve in sciâ ræ.',
    ],
    ['one accented letter all over', 'Bapaè kata jalanè kaga’ dibuka, èmaè baè’-baè’ ajè.'],
    ['bytes in a program', 'table = "\\x8eÞ®à¼³Û\\x8c»¾Û»¾Û³´"'],
    ['abbreviations without vowels', "days: ['вск','пнд','втр','срд','чтв','птн','сбт']"],
    ['dots for spaces', 'If·spaces·were·dots,·nobody·would·read·this·line'],
    ['letters in a pattern', 'const at = word.search(/[aeiouyäöü][^aeiouyäöü]/);'],
    ['letters as an example', 'expect(slug("ÜÖÄ äüö")).toBe("uoa auo");'],
    ['a repeated sign', 'Ecken=A§B§C§D§E§F§G'],
  ])('%s', (_, text) => {
    const plan = planFor(text);
    const codes = codesOf(text);
    expect(mixesScripts(model, plan)).toBe(false);
    expect(leavesLittleSurprise(surprise, codes, plan, NOTHING_SEEN)).toBe(true);
    expect(isMoreLanguageLike(model, codes, plan, NOTHING_SEEN)).toBe(false);
    expect(repair(text).repairs).toEqual([]);
  });
});

describe('isMoreLanguageLike lets pass', () => {
  it.each([
    ['Russian read as Latin-1', 'Ìýð ñîîáùèë, ÷òî ìîñò îòêðîþò â ïÿòíèöó.'],
    ['Turkish read as Latin-1', 'Yeni köprünün açýlýþý için þehirde büyük bir tören yapýldý.'],
    ['what UTF-8 proves, in whatever language', 'Sto formÃ¢to o lâ€™Ã© dÃªuviÃ²u'],
  ])('%s', (_, text) => {
    expect(isMoreLanguageLike(model, codesOf(text), planFor(text), NOTHING_SEEN)).toBe(true);
  });

  it('what the article has shown, whatever it reads like', () => {
    const text = 'If·spaces·were·dots,·nobody·would·read·this·line';
    const plan = planFor(text);
    const shown = new Set(plan.candidates.map(({ chain }) => chain.key));
    expect(isMoreLanguageLike(model, codesOf(text), plan, shown)).toBe(true);
  });
});
