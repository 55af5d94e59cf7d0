import { expect, it } from 'vitest';
import { LAYERS } from '../../../../src/stages/repair/charsets/chains.ts';
import { UTF_8 } from '../../../../src/stages/repair/charsets/layers.ts';
import { candidateOf } from '../../../../src/stages/repair/hypothesis.ts';
import { withoutTorn } from '../../../../src/stages/repair/plausibility/torn-words.ts';
import { utf8Arcs } from '../../../../src/stages/repair/search/lattice.ts';
import { untouchedText } from '../../../../src/stages/repair/text/layered-text.ts';
import { weighText } from '../../../../src/stages/repair/text/weighed-text.ts';
import { createWorkspace } from '../../../../src/stages/repair/workspace.ts';

const { decoders, ordinals, model } = createWorkspace();
const CP866 = LAYERS.find(({ key }) => key === 'utf-8>cp866')!;

/** What is left of a text's re-codings from cp866 to UTF-8. */
function left(text: string): string[] {
  const codes = Array.from(text, (c) => c.codePointAt(0)!);
  const arcs = utf8Arcs(
    decoders,
    untouchedText(ordinals, codes),
    CP866.links[0]!,
    1 << UTF_8.indexOf(CP866),
  );
  expect(arcs.length).toBeGreaterThan(0);
  return withoutTorn(weighText(model, codes), candidateOf(CP866, arcs)).arcs.map(({ out }) =>
    String.fromCodePoint(...out),
  );
}

it('makes no foreign letter of a part of a word', () => {
  expect(left('Сигурно')).toEqual([]);
});

it('makes none of a whole word where the other words are left over', () => {
  expect(left('так видно город')).toEqual([]);
});

it('makes letters of a text whose words it explains', () => {
  expect(left('рджрд┐рди').join('')).toBe('दिन');
});

it('passes over marks and letters of the same script', () => {
  expect(left('д╨╛м')).toEqual(['о']);
});

it('makes no rare signs of whole words', () => {
  expect(left('списка')).toEqual([]);
});
