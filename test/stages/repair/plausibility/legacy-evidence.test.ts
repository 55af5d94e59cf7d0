import { describe, expect, it } from 'vitest';
import { repair } from '../../../../src/stages/repair/index.ts';
import {
  faults,
  provesNothing,
} from '../../../../src/stages/repair/plausibility/legacy-evidence.ts';
import { candidate, codesOf, weighed, workspace } from '../guards.ts';

const { model } = workspace;
const verdict = (text: string, key: string): boolean =>
  provesNothing(model, candidate(text, key).arcs, weighed(text));

describe('provesNothing', () => {
  it.each([
    [
      'Cyrillic letters typed for Latin ones',
      'Prеdsеdnik jе rеkao da nеma novih vеsti.',
      'windows-1252>windows-1251',
    ],
    ['forms of one word', 'o3ade o3ádeo o3ádea o3ádeos o3ádeas', 'windows-1252>cp437'],
    ['one letter over and over', 'ääää öööö', 'windows-1251>western'],
    ['letters in the order of their codes', 'àáâãäåæç', 'windows-1251>western'],
    ['single letters between signs', 'à | ç | é', 'windows-1251>western'],
    ['capitals inside words', 'Zeugma déjàvu', 'koi8-r>western'],
  ])('finds no evidence in %s', (_, text, key) => {
    expect(verdict(text, key)).toBe(true);
    expect(repair(text).repairs).toEqual([]);
  });

  it.each([
    ['words of another script', 'Ìýð ñîîáùèë, ÷òî ìîñò îòêðîþò', 'windows-1251>western'],
    ['a quotation mark', 'the ‘ok’ \u0093of\u0094 it', 'windows-1252>iso-8859-1'],
  ])('finds some in %s', (_, text, key) => {
    expect(verdict(text, key)).toBe(false);
  });
});

describe('faults', () => {
  it.each([
    ['москва и Đà Nẵng', 0],
    ['dejaVu', 1],
    ['à§à', 1],
    ['ñîÑá¹à', 2],
  ])('counts what nobody writes in %s', (text, count) => {
    expect(faults(model, codesOf(text))).toBe(count);
  });
});
