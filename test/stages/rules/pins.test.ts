import { expect, test } from 'vitest';
import type { Document } from '../../../src/document/document.ts';
import { createUserRules } from '../../../src/stages/rules/index.ts';
import { blocksOf } from '../../support/blocks.ts';

const TEXT = 'Read also: nothing\n\nA line of the article';
const PAGE = '<p>One <b>two</b> three</p><aside><p>four</p></aside>';

/** Each pin as `+kept text` or `-dropped text`, with its pattern. */
function pinsOf({ blocks }: Document): string[][] {
  return blocks.map(({ pins, copy }) =>
    pins.map(
      ({ start, end, keep, pattern }) =>
        `${keep ? '+' : '-'}${copy.text.slice(start, end)} (${pattern})`,
    ),
  );
}

test('lines are pinned as a whole', () => {
  const rules = createUserRules([
    { host: '*', drop: { lines: ['^Read'] }, keep: { lines: ['article$'] } },
  ]);
  expect(pinsOf(rules(blocksOf(TEXT, 'text')))).toEqual([
    ['-Read also: nothing (^Read)'],
    ['+A line of the article (article$)'],
  ]);
});

test('selectors pin the text of their elements', () => {
  const rules = createUserRules([
    { host: '*', drop: { selectors: ['b', 'aside'] }, keep: { selectors: ['aside p'] } },
  ]);
  expect(pinsOf(rules(blocksOf(PAGE, 'html')))).toEqual([['-two  (b)'], ['+four (aside p)']]);
});

test('a document that no rule speaks of stays the same object', () => {
  const document = blocksOf(PAGE, 'html');
  expect(createUserRules([])(document)).toBe(document);
  const elsewhere = createUserRules([{ host: 'other.example', drop: { selectors: ['p'] } }]);
  expect(elsewhere(document)).toBe(document);
});

test('a selector that takes too much work is left out, with a warning', () => {
  const page = `<h1>A</h1>${'<p>x</p>'.repeat(4000)}`;
  const rules = createUserRules([{ host: '*', drop: { selectors: ['p ~ i ~ p', 'h1'] } }]);
  const { blocks, warnings } = rules(blocksOf(page, 'html'));
  expect(warnings.map(({ code }) => code)).toEqual(['costly-selector']);
  expect(blocks.filter(({ pins }) => pins.length > 0)).toHaveLength(1);
});
