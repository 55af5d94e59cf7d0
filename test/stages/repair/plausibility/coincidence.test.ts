import { describe, expect, it } from 'vitest';
import {
  CHANCE,
  CHANCE_IN_WORD,
  COINCIDENCE,
  EMBEDDED_IDEOGRAM,
} from '../../../../src/stages/repair/costs.ts';
import { repair } from '../../../../src/stages/repair/index.ts';
import { coincidence } from '../../../../src/stages/repair/plausibility/coincidence.ts';
import { candidate, weighed, workspace } from '../guards.ts';

const bitsOf = (text: string, key: string): number =>
  coincidence(workspace.model, candidate(text, key), weighed(text));

describe('coincidence', () => {
  it.each([
    ['a capital before ™', 'CAFÉ™', 'utf-8>western', COINCIDENCE],
    ['the possessive of a letter', 'The keyboard has two Ã’s.', 'utf-8>western', COINCIDENCE],
    ['two small letters in a word', 'Njepřetorhńće rozmołwu', 'utf-8>x-mac-ce', CHANCE_IN_WORD],
    ['capitals of an abbreviation', 'РЈ12 зидна кутија', 'utf-8>windows-1251', CHANCE_IN_WORD],
    [
      'a quotation mark before a capital',
      'Ayarlar”daki “Çevrim” kapalı',
      'utf-8>macintosh',
      CHANCE,
    ],
    ['letters of a language with ƒ', 'Gbeƒã le dua me', 'utf-8>macintosh', CHANCE_IN_WORD],
  ])('asks more of a find that chance puts there: %s', (_, text, key, least) => {
    expect(bitsOf(text, key)).toBeGreaterThanOrEqual(least);
    expect(repair(text).repairs).toEqual([]);
  });

  it('asks nothing of many kinds of finds', () => {
    expect(bitsOf('cafÃ© dÃ©jÃ  l’Ã®le', 'utf-8>western')).toBe(0);
  });

  it('asks less of an ideogram inside a Latin word', () => {
    expect(bitsOf('Zonder financi禱le steun', 'utf-8>big5')).toBe(-EMBEDDED_IDEOGRAM);
  });

  it('takes the same find again for no further evidence', () => {
    const once = bitsOf('а БРЈ редова', 'utf-8>windows-1251');
    const twice = bitsOf('а БРЈ редова, а БРЈ редова', 'utf-8>windows-1251');
    expect(twice).toBe(2 * once);
  });
});
