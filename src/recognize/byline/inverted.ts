import { startsSmall } from '../../text/letters.ts';
import { isDesk, isHonorific, isNameShaped, isNoPerson, isRole, kindOf } from '../names.ts';

const COMMA = /\s*[,،]\s*/u;
const SEMICOLON = /\s*;\s*/u;
const SPACE = /\s+/u;
/** Words of what stands before a surname. */
const MAX_FIRST_NAMES = 2;

/**
 * A text of names as people say them, where it has the surname first.
 * @example uninverted('Holm, Greta; Reuter, Jan') // 'Greta Holm; Jan Reuter'
 */
export function uninverted(text: string): string {
  if (!text.includes(',') && !text.includes('،')) return text;
  const names = text.split(SEMICOLON).map(turned);
  return names.every((name) => name !== null) ? names.join('; ') : text;
}

/** `Holm, Greta` as `Greta Holm`; null where it is something else. */
function turned(text: string): string | null {
  const [surname, first, more] = text.split(COMMA);
  if (surname === undefined || first === undefined || more !== undefined) return null;
  // "Jane Roe, Lisbon" has the surname last; "van der Berg, Jan" has it first.
  const capitals = surname.split(SPACE).filter((word) => !startsSmall(word));
  if (capitals.length !== 1 || first.split(SPACE).length > MAX_FIRST_NAMES) return null;
  const isName = (name: string) =>
    isNameShaped(name) && kindOf(name) === 'person' && !isOther(name) && !isHonorific(name);
  return isName(surname) && isName(first) ? `${first} ${surname}` : null;
}

function isOther(name: string): boolean {
  return isRole(name) || isDesk(name) || isNoPerson(name);
}
