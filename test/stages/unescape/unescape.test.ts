import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createUnescape } from '../../../src/stages/unescape/index.ts';
import { phrase } from '../../support/arbitrary-text.ts';
import { documentOf, editedBy } from '../../support/document.ts';
import { runs, SLOW } from '../../support/properties.ts';

interface Case {
  readonly label: string;
  readonly input: string;
  readonly expected: string;
  readonly rules: readonly string[];
}

const stage = createUnescape();
const load = <Data>(name: string): Data =>
  JSON.parse(readFileSync(new URL(`cases/${name}.json`, import.meta.url), 'utf8')) as Data;

describe('entities that are left in the text', () => {
  test.each(load<Case[]>('entities'))('$label', ({ input, expected, rules }) => {
    expect(editedBy(stage, input)).toEqual({ text: expected, rules });
  });
});

describe('what is no entity, or is talked about', () => {
  test.each(load<Pick<Case, 'label' | 'input'>[]>('untouched'))('$label', ({ input }) => {
    expect(editedBy(stage, input)).toEqual({ text: input, rules: [] });
  });
});

test('an edit is as long as its entity, and reversible', () => {
  const { copy } = stage(documentOf(['a &amp; b'])).blocks[0]!;
  expect(copy.layers).toEqual([
    [
      {
        offset: 2,
        length: 5,
        replacement: '&',
        stage: 'unescape',
        rule: 'entity',
        certainty: 'reversible',
      },
    ],
  ]);
  expect(copy.source).toBe('a &amp; b');
});

test('facts are unescaped as well', () => {
  const fact = {
    from: 'meta[property="og:title"]',
    name: 'og:title',
    value: 'Tom &amp;amp; Jerry',
  };
  expect(stage(documentOf(['x'], [fact])).facts).toEqual([{ ...fact, value: 'Tom & Jerry' }]);
});

test('text without entities is not touched', () => {
  const document = documentOf(['one', 'two & three']);
  expect(stage(document).blocks[0]).toBe(document.blocks[0]);
  expect(stage(document).blocks[1]).toBe(document.blocks[1]);
});

test('unescaping what is unescaped changes nothing', SLOW, () => {
  fc.assert(
    fc.property(phrase, (text) => {
      const once = editedBy(stage, text).text;
      expect(editedBy(stage, once)).toEqual({ text: once, rules: [] });
    }),
    runs(5),
  );
});
