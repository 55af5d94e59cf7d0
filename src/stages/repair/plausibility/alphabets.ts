import { alphabets } from '../../../assets/alphabets.ts';
import { LATIN, type Model } from '../../../language-model/trigram-model.ts';

/** Alphabets of more letters than this fit too much: one of theirs that Latin-1 has not must be there. */
const LARGE = 45;

/** By small letter, the alphabets that have it, by their places in the list of all. */
export type AlphabetIndex = ReadonlyMap<number, ReadonlySet<number>>;

const NONE: ReadonlySet<number> = new Set();

/** Lists for each letter the alphabets that have it. */
export function indexAlphabets(): AlphabetIndex {
  const found = new Map<number, Set<number>>();
  for (const [i, letters] of alphabets().entries()) {
    for (const letter of letters) {
      const code = letter.codePointAt(0)!;
      const set = found.get(code);
      if (set) set.add(i);
      else found.set(code, new Set([i]));
    }
  }
  return found;
}

/** How many alphabets have all the Latin letters of a text; null where a to z are all that it has. */
export function fittingAlphabets(
  model: Model,
  byLetter: AlphabetIndex,
  codes: readonly number[],
): number | null {
  const wide = codes.filter((code) => code > 0xbf && isLatin(model, code));
  if (wide.length === 0) return null;
  let fitting = [...alphabets().keys()];
  let beyond = false;
  for (const letter of String.fromCodePoint(...new Set(wide)).toLowerCase()) {
    const code = letter.codePointAt(0)!;
    if (!isLatin(model, code) || code < 0x80) continue;
    if (code > 0xff) beyond = true;
    const having = byLetter.get(code) ?? NONE;
    fitting = fitting.filter((i) => having.has(i));
  }
  return fitting.filter((i) => beyond || alphabets()[i]!.length <= LARGE).length;
}

function isLatin({ script, idOf }: Model, code: number): boolean {
  return script[idOf(code)] === LATIN;
}
