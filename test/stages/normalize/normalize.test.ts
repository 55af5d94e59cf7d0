import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clean } from '../../../src/index.ts';
import { createNormalize } from '../../../src/stages/normalize/index.ts';
import { quoteChanges } from '../../../src/stages/normalize/quotes.ts';
import { phrase } from '../../support/arbitrary-text.ts';
import { documentOf, editedBy } from '../../support/document.ts';
import { runs, SLOW } from '../../support/properties.ts';

interface Case {
  readonly label: string;
  readonly input: string;
  readonly expected: string;
  /** Null where only the result counts. */
  readonly rules: readonly string[] | null;
}

const UNWANTED = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\ufeff]/;

const normalize = createNormalize();
const load = <Data>(name: string): Data =>
  JSON.parse(readFileSync(new URL(`cases/${name}.json`, import.meta.url), 'utf8')) as Data;

describe('each rule', () => {
  test.each(load<Case[]>('rules'))('$label', ({ input, expected, rules }) => {
    const done = editedBy(normalize, input);
    expect(done.text).toBe(expected);
    if (rules) expect(done.rules).toEqual(rules);
  });
});

describe('what must stay', () => {
  test.each(load<Pick<Case, 'label' | 'input'>[]>('untouched'))('$label', ({ input }) => {
    expect(editedBy(normalize, input)).toEqual({ text: input, rules: [] });
  });
});

describe('of any text', () => {
  test('the result is NFC', SLOW, () => {
    fc.assert(
      fc.property(phrase, (text) => {
        const done = editedBy(normalize, text).text;
        expect(done).toBe(done.normalize('NFC'));
      }),
      runs(5),
    );
  });

  test('a second time changes nothing', SLOW, () => {
    fc.assert(
      fc.property(phrase, (text) => {
        const once = editedBy(normalize, text.trim()).text;
        expect(editedBy(normalize, once)).toEqual({ text: once, rules: [] });
      }),
      runs(5),
    );
  });

  test('no control characters, soft hyphens or byte order marks are left', SLOW, () => {
    fc.assert(
      fc.property(phrase, (text) => {
        expect(editedBy(normalize, text).text).not.toMatch(UNWANTED);
      }),
      runs(5),
    );
  });
});

test.each([
  '»Jeg er både ærgerlig og flov over det,« siger borgmesteren. »Vi har tabt,« siger hun, »men vi kan fryse.«',
  'Der Rat sagte: »Wir bleiben«, und ging. »Nein«, rief ein Müller.',
])('guillemets that point inwards stay when the text was garbled: %s', (text) => {
  const garbled = Buffer.from(text, 'utf8').toString('latin1');
  const { body } = clean(
    `Rådet bliver i byen\n\n${garbled}\n\nMøllen står på bakken og kan ses fra havnen.`,
  );
  expect(body.map(({ text: line }) => line)).toContain(text);
});

describe('spacing around a repaired quote', () => {
  const changed = (text: string): string => {
    const at = text.indexOf('@');
    const [before, mark, after] = [text.slice(0, at), text[at + 1]!, text.slice(at + 2)];
    const whole = before + mark + after;
    const [change] = quoteChanges(whole, [at]);
    return change
      ? whole.slice(0, change.offset) +
          change.replacement +
          whole.slice(change.offset + change.length)
      : whole;
  };

  // `@` stands before the mark that was repaired.
  test.each([
    [
      'a closing mark glued to the next word',
      '“the situation @”Price said',
      '“the situation” Price said',
    ],
    [
      'with a stop and a comma before it',
      '“the situation. , @”Price said',
      '“the situation,” Price said',
    ],
    ['single quotes', '‘the situation, @’Price said', '‘the situation,’ Price said'],
    ['German quotes', '„die Lage, @“Preis sagte', '„die Lage,“ Preis sagte'],
    ['guillemets', '«la situation, @»Prix a dit', '«la situation,» Prix a dit'],
    [
      'an opening mark glued to the word before',
      'he said@“ the situation” is',
      'he said “the situation” is',
    ],
    ['nothing open: stays', 'the situation @”Price said', 'the situation ”Price said'],
    [
      'closed already: stays',
      '“the situation” and @”Price said',
      '“the situation” and ”Price said',
    ],
    [
      'spaced as it should be: stays',
      '“the situation,@” Price said',
      '“the situation,” Price said',
    ],
    [
      'an opening mark that nothing closes: stays',
      'he said@“ the situation is',
      'he said“ the situation is',
    ],
    ['an apostrophe between letters: stays', 'the ministers@’ offices', 'the ministers’ offices'],
  ])('%s', (_, input, expected) => {
    expect(changed(input)).toBe(expected);
  });

  test('quotes that nobody repaired stay as they are', () => {
    expect(editedBy(normalize, '“the situation. , ”Price said')).toEqual({
      text: '“the situation. , ”Price said',
      rules: [],
    });
  });
});

test('facts are normalized as well, and trimmed', () => {
  const fact = {
    from: 'meta[name="author"]',
    name: 'author',
    value: '\u00a0Anna\u200b Berg\u00a0',
  };
  expect(normalize(documentOf(['x'], [fact])).facts).toEqual([{ ...fact, value: 'Anna Berg' }]);
});

test('clean text is not touched', () => {
  const document = documentOf(['A clean line.', 'Größe, 東京, “quoted”.']);
  const after = normalize(document);
  expect(after.blocks[0]).toBe(document.blocks[0]);
  expect(after.blocks[1]).toBe(document.blocks[1]);
});

test('edits say stage and certainty', () => {
  expect(normalize(documentOf(['a\u00a0b'])).blocks[0]!.copy.layers).toEqual([
    [
      {
        offset: 1,
        length: 1,
        replacement: ' ',
        stage: 'normalize',
        rule: 'exotic-space',
        certainty: 'reversible',
      },
    ],
  ]);
});

test('millions of words, and of marks on one letter, take no stack', () => {
  const words = normalize(documentOf(['word '.repeat(6_000_000).trim()])).blocks[0]!.copy;
  expect(words.layers).toEqual([]);
  const { copy } = normalize(documentOf([`a${'\u0301'.repeat(3_000_000)}`])).blocks[0]!;
  expect(copy.layers.map((layer) => layer.map(({ rule }) => rule))).toEqual([['nfc']]);
});
