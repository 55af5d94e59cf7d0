import { expect, test } from 'vitest';
import { REMOVED_LABELS } from '../../src/contract/labels.ts';
import { FORMS, MODEL_GROUPS, NAMING_BOXES } from '../../src/document/label-sets.ts';

test('a label is in one group of the model at most', () => {
  const shared = REMOVED_LABELS.filter(
    (label) => MODEL_GROUPS.filter((group) => group.has(label)).length > 1,
  );
  expect(shared).toEqual([]);
});

test('a form names the lines below it, and so does a box of links, which is no form', () => {
  expect([...FORMS].filter((label) => !NAMING_BOXES.has(label))).toEqual([]);
  expect([NAMING_BOXES.has('related'), FORMS.has('related')]).toEqual([true, false]);
});
