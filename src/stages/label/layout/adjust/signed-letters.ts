import { once } from '../../../../assets/once.ts';
import { alternatives } from '../../../../recognize/words.ts';
import type { LabelledLine } from '../../labelled-line.ts';

// Set by hand on pages of letters to the editor.
/** Letters of a page of them. */
const MIN_LETTERS = 2;
/** Lines of a signature: a name, a place. */
const SIGNATURE = 2;
/** Words of such a line, or of a heading over a letter. */
const MAX_WORDS = 8;
const opensLetter = once(
  () => new RegExp(`^(?:${alternatives('salutation')})(?:\\s?[–—-]|[,:]$)`, 'iu'),
);

/**
 * Takes the short lines between letters to the editor for body that no rule names, and the last one's signature too: headings,
 * names, places. None of those people wrote the page.
 */
export function withSignedLetters(lines: readonly LabelledLine[], isBody: boolean[]): void {
  const letters = lines.flatMap(({ line }, i) =>
    isBody[i] && opensLetter().test(line.text) ? i : [],
  );
  if (letters.length < MIN_LETTERS) return;
  let end = letters.at(-1)! + 1;
  while (lines[end]?.line.isSentence === true) end += 1;
  for (let i = letters[0]!; i < Math.min(lines.length, end + SIGNATURE); i++) {
    const { line, verdict } = lines[i]!;
    const isShort = verdict === null && line.words <= MAX_WORDS;
    if (i >= end && !isShort) return;
    isBody[i] ||= isShort;
  }
}
