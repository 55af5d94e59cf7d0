import { expect, test } from 'vitest';
import { blocksOf } from '../../support/blocks.ts';

/** What a hard-wrapped text with these two lines in it makes of their seam. */
function seamOf(line: string, next: string, more = ''): string {
  const wrapped = [
    'The council said on Monday that the old bridge would reopen',
    'next week after a winter of repairs, and that the old buses',
    'would cross it first, while cars have to wait until the last',
    'lamp is lit, which nobody in the town expects before the May.',
  ];
  const pad = (text: string) =>
    `${'so it is said that '.repeat(4)}`.slice(0, 60 - text.length) + text;
  const text = [...wrapped, '', pad(` ${line}`), `${next} goes on here.`, '', more].join('\n');
  const { copy } = blocksOf(text, 'text').blocks.find((block) =>
    block.copy.text.includes('goes on'),
  )!;
  return copy.text.slice(copy.text.indexOf(line.slice(0, 3)));
}

test.each([
  ['a syllable', 'flood de-', 'fences', 'flood defences goes on here.'],
  ['German', 'die Verhand-', 'lungen', 'die Verhandlungen goes on here.'],
  ['Russian', 'пред-', 'ставитель', 'представитель goes on here.'],
  ['a soft hyphen', 'flood de\u00ad', 'fences', 'flood defences goes on here.'],
  ['the typographer’s hyphen', 'flood de\u2010', 'fences', 'flood defences goes on here.'],
])('%s is joined', (_, line, next, expected) => {
  expect(seamOf(line, next)).toBe(expected);
});

test.each([
  ['a compound', 'a well-', 'known', 'a well-known goes on here.'],
  ['a range', 'from 2025-', '2026', 'from 2025-2026 goes on here.'],
  ['a name', 'from Port-', 'Ellery', 'from Port-Ellery goes on here.'],
  ['a particle', 'сказал какая-', 'то', 'сказал какая-то goes on here.'],
  ['a long compound', 'state-of-the-', 'art', 'state-of-the-art goes on here.'],
])('the hyphen of %s stays', (_, line, next, expected) => {
  expect(seamOf(line, next)).toBe(expected);
});

test('a part that another word completes keeps hyphen and space', () => {
  expect(seamOf('die Fuß-', 'und Radwege')).toBe('die Fuß- und Radwege goes on here.');
});

test('what the text writes elsewhere decides', () => {
  expect(seamOf('a light-', 'house')).toContain('lighthouse');
  expect(seamOf('a light-', 'house', 'The light-house of Ellery.')).toContain('light-house');
  expect(seamOf('a swing-', 'bridge', 'The swing of the bridge.')).toContain('swing-bridge');
});

test('each change stands in the ledger', () => {
  const { blocks } = blocksOf(
    'The council has found the money for its new flood de-\nfences after a year of difficult talks, so a man con-\nfirmed on Monday. The first of the walls will now be bu-\nilt by a firm.',
    'text',
  );
  expect(blocks[0]!.copy.layers.flat()).toEqual(
    ['- ', '- ', '- '].map((before) =>
      expect.objectContaining({
        length: before.length,
        replacement: '',
        stage: 'blocks',
        rule: 'hyphenation',
        certainty: 'inferred',
      }),
    ),
  );
});
