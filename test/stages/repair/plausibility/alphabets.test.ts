import { describe, expect, it } from 'vitest';
import { loadModel } from '../../../../src/language-model/trigram-model.ts';
import { sharedChains } from '../../../../src/stages/repair/article/shared-chains.ts';
import { fittingAlphabets } from '../../../../src/stages/repair/plausibility/alphabets.ts';
import { loadAlphabets } from '../../../../src/stages/repair/tables.ts';
import { createWorkspace } from '../../../../src/stages/repair/workspace.ts';
import { cases } from '../cases.ts';

const workspace = createWorkspace();

const fitting = (text: string): number | null =>
  fittingAlphabets(
    loadModel(),
    loadAlphabets(),
    Array.from(text, (c) => c.codePointAt(0)!),
  );

describe('fittingAlphabets', () => {
  it.each([
    'garçon où',
    'Größe ÜBEL',
    'żółć',
    'İstanbul’da ığdır',
    'Þetta er búið',
    'tiếng Việt ở',
  ])('finds a language for %s', (text) => {
    expect(fitting(text)).toBeGreaterThan(0);
  });

  it.each(['è and ž and š', 'þahsýn ülke', 'ř ñ'])('finds none for %s', (text) => {
    expect(fitting(text)).toBe(0);
  });

  it('has nothing to say of plain and other letters', () => {
    expect(fitting('plain, 1 – 2')).toBeNull();
    expect(fitting('только кириллица')).toBeNull();
  });

  it('counts large alphabets only where one of their own letters stands', () => {
    expect(fitting('ý ã ì õ ù')).toBe(0);
    expect(fitting('ý ã ì õ ù ơ')).toBeGreaterThan(0);
  });
});

describe('sharedChains', () => {
  const LINES = cases('articles-mixed')
    .find(({ label }) => label.startsWith('sl, windows-1250'))!
    .input.split('\n');

  it('finds the chain that several lines show', () => {
    expect(sharedChains(workspace, LINES).map(({ key }) => key)).toEqual([
      'windows-1250>windows-1252',
    ]);
  });

  it('leaves lines that fit an alphabet', () => {
    expect(sharedChains(workspace, ['Où est-il ? À côté.', 'L’été a été très sec.'])).toEqual([]);
  });
});
