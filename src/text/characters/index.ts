import { characterTables } from '../../assets/characters.ts';

export { TRAIT } from './traits.ts';

const { traits } = characterTables();

/** The traits of a UTF-16 unit, as bits of `TRAIT`; those of U+0000 for what is no unit (`NaN`). */
export function traitsOf(code: number): number {
  return traits[code | 0]!;
}
