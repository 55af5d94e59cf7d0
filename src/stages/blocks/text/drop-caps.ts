import { isFunctionWord } from '../../../recognize/function-words.ts';
import { SMALL_LETTER } from '../../../text/letters.ts';
import { type Line, nextLine } from './lines.ts';

/** Blank lines that may stand between an initial and its paragraph. Set by hand. */
const MAX_GAP = 1;
/** UTF-16 units of a paragraph that may have an initial. Set by hand. */
const MIN_PARAGRAPH = 40;
const INITIAL = /^["“«„‘]?\p{Lu}$/u;
const SMALL_WORD = new RegExp(`^${SMALL_LETTER}+`, 'u');

/**
 * Where a paragraph's large first letter stands on a line of its own, as programs that read PDF print it. Gives the numbers
 * of the lines (0-based) that go on with the letter above them.
 */
export function linesBelowInitials(lines: readonly Line[]): ReadonlySet<number> {
  const found = new Set<number>();
  lines.forEach((line, i) => {
    if (line.blank || !INITIAL.test(line.text)) return;
    const below = nextLine(lines, i, MAX_GAP);
    if (below === null) return;
    const { text } = lines[below]!;
    if (text.length >= MIN_PARAGRAPH && SMALL_WORD.test(text)) found.add(below);
  });
  return found;
}

/**
 * Whether no space parts an initial from the word below it. A letter that is a word itself (`A bridge`, `I think`) goes on
 * only with what makes another common word: `A` + `fter`, `I` + `n`.
 */
export function isInitialOf(initial: string, text: string): boolean {
  const word = SMALL_WORD.exec(text)?.[0];
  if (word === undefined || !INITIAL.test(initial)) return false;
  const letter = initial.at(-1)!.toLowerCase();
  return !isFunctionWord(letter) || isFunctionWord(letter + word);
}
