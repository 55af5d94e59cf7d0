import { expect, test } from 'vitest';
import { characterTables } from '../../src/assets/characters.ts';
import { SCRIPTS, scriptOf } from '../../src/recognize/scripts.ts';
import { foldUnit } from '../../src/text/characters/fold-unit.ts';
import { TRAIT, traitsOf } from '../../src/text/characters/index.ts';
import { kindByUnicode } from '../../src/text/characters/kinds.ts';
import { traitsByUnicode } from '../../src/text/characters/traits.ts';
import { KIND, lowerOf, unitKindOf } from '../../src/text/characters/unit-kinds.ts';
import { fold } from '../../src/text/fold.ts';

const UNITS = Array.from({ length: 0x10000 }, (_, code) => code);
const { scripts, folded } = characterTables();

test('the tables hold what Unicode says of every unit', () => {
  expect(UNITS.filter((code) => traitsOf(code) !== traitsByUnicode(code))).toEqual([]);
  expect(UNITS.filter((code) => unitKindOf(code) !== kindByUnicode(code))).toEqual([]);
  const scriptOfUnit = (code: number) => scriptOf(String.fromCharCode(code));
  expect(UNITS.filter((code) => scripts[code] !== scriptOfUnit(code))).toEqual([]);
  const foldOfUnit = (code: number) => foldUnit(String.fromCharCode(code));
  expect(UNITS.filter((code) => String.fromCharCode(folded[code]!) !== foldOfUnit(code))).toEqual(
    [],
  );
});

test('what some units are', () => {
  const at = (character: string) => character.charCodeAt(0);
  expect(traitsOf(at('é'))).toBe(TRAIT.word | TRAIT.letter);
  expect(traitsOf(at('7'))).toBe(TRAIT.word | TRAIT.digit);
  expect(traitsOf(at('中')) & TRAIT.unspaced).toBe(TRAIT.unspaced);
  expect(traitsOf(0xd83d)).toBe(TRAIT.surrogate);
  expect([unitKindOf(at('É')), unitKindOf(at('。')), unitKindOf(at('한'))]).toEqual([
    KIND.upper,
    KIND.wideStop,
    KIND.hangul,
  ]);
  expect(lowerOf(at('É'))).toBe(at('é'));
  expect(SCRIPTS[scripts[at('ж')]!]?.[1]).toBe('cyrillic');
  expect(fold('Łódź, ٢٠٢١')).toBe('lodz, 2021');
});

test('what is no unit is taken for U+0000', () => {
  expect(traitsOf(Number.NaN)).toBe(traitsOf(0));
  expect(unitKindOf(Number.NaN)).toBe(unitKindOf(0));
});
