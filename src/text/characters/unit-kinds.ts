import { characterTables } from '../../assets/characters.ts';

export { KIND } from './kinds.ts';

const { kinds, lowers } = characterTables();

/** The kind of a UTF-16 unit, one of `KIND`; that of U+0000 for what is no unit (`NaN`). */
export function unitKindOf(code: number): number {
  return kinds[code | 0]!;
}

/** The UTF-16 unit in lower case. */
export function lowerOf(code: number): number {
  return lowers[code | 0]!;
}
