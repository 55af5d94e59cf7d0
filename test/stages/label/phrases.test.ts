import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { phraseTables } from '../../../src/assets/phrases.ts';
import { REMOVED_LABELS } from '../../../src/contract/labels.ts';
import { createPhraseMatcher } from '../../../src/recognize/phrases/index.ts';
import { readIndex, readStrings } from '../../../src/text/string-index.ts';

const phrases = createPhraseMatcher();
const NO_WORDS = /^[\s…{}]*$/;

const { whole, gaps, traps } = JSON.parse(
  readFileSync(new URL('cases/phrases.json', import.meta.url), 'utf8'),
) as {
  readonly whole: readonly (readonly [string, string])[];
  readonly gaps: readonly (readonly [string, string])[];
  readonly traps: readonly string[];
};

test.each(whole)('%j is %s', (line, label) => {
  expect(phrases(line)).toEqual({ label, rule: 'phrase' });
});

test.each(gaps)('%j, with free words, is %s', (line, label) => {
  expect(phrases(line)).toEqual({ label, rule: 'phrase-with-gap' });
});

test.each(traps)('%j is text', (line) => {
  expect(phrases(line)).toBeNull();
});

describe('matching', () => {
  test.each([
    'ADVERTISEMENT',
    'advertisement',
    ' Advertisement: ',
    '— Advertisement —',
    '[Advertisement]',
  ])('%j: case and punctuation do not count', (line) => {
    expect(phrases(line)?.label).toBe('advertisement');
  });

  test('a phrase inside a sentence is no phrase', () => {
    expect(phrases('The advertisement showed a bridge')).toBeNull();
    expect(phrases('She said that all rights were reserved for the town')).toBeNull();
  });

  test.each(['', ' ', '…', '|', '#', '12', 'x'.repeat(100_000), 'reply '.repeat(5000)])(
    'a line of %# is none',
    (line) => {
      expect(phrases(line)).toBeNull();
    },
  );

  test('every phrase of the data has a label that the article knows, and words', () => {
    const { labels } = phraseTables().values;
    expect(
      labels.filter((label) => !(REMOVED_LABELS as readonly string[]).includes(label)),
    ).toEqual([]);
    for (const table of ['whole', 'open', 'prefix']) {
      const keys = (table === 'open' ? readStrings : readIndex)(phraseTables(), table);
      const numbers = phraseTables().uint8(`${table}:labels`);
      expect(keys.size).toBeGreaterThan(100);
      expect(numbers.length).toBe(keys.size);
      expect(numbers.every((number) => number < labels.length)).toBe(true);
      const list = Array.from(numbers, (_, i) => keys.at(i));
      expect(list.filter((key) => NO_WORDS.test(key))).toEqual([]);
    }
  });
});
