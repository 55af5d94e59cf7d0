import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InputError } from '../../../src/contract/errors.ts';
import type { Edit } from '../../../src/document/document.ts';
import { applyEdits } from '../../../src/document/edits.ts';
import { createRepairer, repair } from '../../../src/stages/repair/index.ts';
import { cases } from './cases.ts';

describe('repair', () => {
  it.each(cases('lines'))('$label', ({ input, expected }) => {
    expect(repair(input).text).toBe(expected);
  });

  it.each(cases('articles'))('article: $label', ({ input, expected }) => {
    expect(repair(input).text).toBe(expected);
  });

  it.each([...cases('untouched'), ...cases('quoted')])('leaves alone: $label', ({ input }) => {
    expect(repair(input)).toEqual({ text: input, repairs: [] });
  });

  it.fails.each(cases('known-failures'))('cannot yet: $label', ({ input, expected }) => {
    expect(repair(input).text).toBe(expected);
  });

  it('explains a repair: span, chain, certainty', () => {
    expect(repair('economic situation. , ‚ÄĚPrice told reporters.').repairs).toEqual([
      {
        offset: 22,
        length: 3,
        replacement: '”',
        stage: 'repair',
        rule: 'utf-8',
        certainty: 'reversible',
        chain: [{ was: 'utf-8', readAs: 'x-mac-ce' }],
      },
    ]);
  });

  it('names the layers from the outermost on', () => {
    const [edit] = repair('La seÃƒÂ±ora llegarÃƒÂ¡ maÃƒÂ±ana.').repairs;
    expect(edit?.chain).toHaveLength(2);
    expect(edit?.rule).toBe('utf-8-layers');
  });

  it('shares one empty array between texts with nothing to repair', () => {
    const [first, second] = createRepairer()(['plain', 'naïve']);
    expect(first).toBe(second);
  });

  it.each([
    [5, 'a number (5)'],
    [new Uint8Array(2), 'a Uint8Array; decode bytes first, or use clean()'],
    [null, 'null'],
    [undefined, 'undefined'],
    [['a'], 'an array'],
    [{}, 'an object'],
  ])('says what it was given instead of a string: %j', (given, found) => {
    // @ts-expect-error: what a caller without types may do
    expect(() => repair(given)).toThrow(
      new InputError('bad-input', `expected a text to repair, found ${found}`),
    );
  });

  it('reads escapes only on request', () => {
    const text = 'Argentini\\xc3\\xab and %C3%A9 and \\u00e9 and =C3=A9';
    expect(repair(text).text).toBe(text);
    expect(repair(text, { escapes: true }).text).toBe('Argentinië and é and é and é');
  });
});

const GARBLED = cases('lines').map((c) => c.input);
const anyText = fc.string({ unit: 'binary', maxLength: 80 });
const pieces = fc.array(
  fc.oneof(fc.constantFrom(...GARBLED, 'â€', 'Ã', '\ufffd', '\0', '\u0080'), anyText),
  {
    maxLength: 5,
  },
);

describe('repair, whatever it is given', () => {
  it('replays: the entries applied to the input give the output, and are sorted and apart', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const input = parts.join(' ');
        const { text, repairs } = repair(input);
        expect(applyEdits(input, repairs)).toBe(text);
        expect(apart(repairs)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('never throws, and breaks nothing that was well-formed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((u) => String.fromCharCode(u)) }),
        (input) => {
          const { text } = repair(input);
          if (input.isWellFormed()) expect(text.isWellFormed()).toBe(true);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('does not change what it has repaired', () => {
    for (const { expected } of [...cases('lines'), ...cases('articles')]) {
      expect(repair(expected).text).toBe(expected);
    }
  });
});

function apart(edits: readonly Edit[]): boolean {
  return edits.every((e, i) => i === 0 || edits[i - 1]!.offset + edits[i - 1]!.length <= e.offset);
}
