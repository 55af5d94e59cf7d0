import { expect, it } from 'vitest';
import { createSiteMemory } from '../../../../src/dedupe/site-lines/site-memory.ts';
import { ruledOf } from '../../../../src/stages/label/index.ts';
import { predictByModel } from '../../../../src/stages/label/layout/prediction.ts';
import { withSiteAdvice } from '../../../../src/stages/label/layout/site-advice.ts';
import { sequenceOf } from '../../../../src/stages/label/model/sequence.ts';
import { createRead } from '../../../../src/stages/read/index.ts';
import { blocksOf } from '../../../support/blocks.ts';

const SITE = 'example.org';
const TEXT = ['Only on this page', 'On three of ten', 'On two', 'On most'].join('\n\n');

/** What is known of a site of ten pages. */
function siteOf(pages = 10) {
  const memory = createSiteMemory();
  for (let i = 0; i < pages; i++) {
    const lines = [`A story of its own, number ${'abcdefghij'[i]}`, 'On most'];
    if (i < 3) lines.push('On three of ten');
    if (i < 2) lines.push('On two');
    if (i === 0) lines.push('Only on this page');
    memory.learn(SITE, lines);
  }
  return memory;
}

function advised(format: 'text' | 'html', site = siteOf().of(SITE)) {
  const read = createRead()(blocksOf(format === 'text' ? TEXT : paragraphs(TEXT), format));
  const { ruled } = ruledOf(read);
  const sequence = sequenceOf(ruled, read.page, format === 'html', { range: null, title: -1 });
  const scores = new Float32Array(sequence.items.length).fill(0.5);
  return [...withSiteAdvice(sequence, scores, site)].map((score) => Number(score.toFixed(2)));
}

function paragraphs(text: string): string {
  return text
    .split('\n\n')
    .map((line) => `<p>${line}</p>`)
    .join('');
}

it('lowers the score of a line that other pages have, the more the more they are', () => {
  expect(advised('text')).toEqual([0.57, 0.2, 0.5, 0.01]);
});

it('knows less of pages, which have more to tell a line by', () => {
  expect(advised('html')).toEqual([0.5, 0.5, 0.5, 0.05]);
});

it('says nothing of a line on one page where few pages are known', () => {
  expect(advised('text', siteOf(4).of(SITE))[0]).toBe(0.5);
});

it('is what the label stage decides by', () => {
  const read = createRead(siteOf());
  const document = blocksOf(TEXT, 'text');
  const known = read({ ...document, origin: { ...document.origin, extra: { site: SITE } } });
  const certaintyOf = (some: typeof known) => {
    const { ruled, said } = ruledOf(some);
    return predictByModel(ruled, some, said, 'balanced').certainty[3]!;
  };
  expect(certaintyOf(known)).toBeLessThan(certaintyOf(createRead()(document)));
});
