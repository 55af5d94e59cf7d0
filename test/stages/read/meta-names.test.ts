import { expect, test } from 'vitest';
import { META_LISTS, metaNames } from '../../../src/stages/read/meta-names.ts';
import { PageFacts } from '../../../src/stages/read/page-facts.ts';
import { documentOf } from '../../support/document.ts';

test.each(META_LISTS)('%s has names, each once', (list) => {
  const names = metaNames(list);
  expect(names.length).toBeGreaterThan(0);
  expect(new Set(names).size).toBe(names.length);
});

test('facts of a list come in the order of the list, not of the page', () => {
  const facts = ['og:url', 'canonical'].map((name) => ({ name, value: name, from: name }));
  const page = new PageFacts(facts, documentOf([]).origin, []);
  expect(page.listed('address').map(({ name }) => name)).toEqual(['canonical', 'og:url']);
  expect(page.listed('author')).toEqual([]);
});
