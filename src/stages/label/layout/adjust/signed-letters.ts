import { once } from '../../../../assets/once.ts';
import { alternatives } from '../../../../recognize/words.ts';
import type { Line } from '../../../read/line.ts';
import type { LabelledLine } from '../../labelled-line.ts';
import { isNamesOnly } from '../../names-only.ts';

// Set by hand: letters of a page of them, and words of the place below a name.
const MIN_LETTERS = 2;
const MAX_PLACE = 3;
const opensLetter = once(() => new RegExp(`^(?:${alternatives('salutation')})\\s?[,:–—-]`, 'iu'));

/** Takes the names and places below letters to the editor for body, the last one's too: none of them wrote the page. */
export function withSignedLetters(lines: readonly LabelledLine[], isBody: boolean[]): void {
  const letters = lines.filter(({ line }, i) => isBody[i] && opensLetter().test(line.text));
  if (letters.length < MIN_LETTERS) return;
  for (let i = 1; i < lines.length; i++) {
    if (!isSignature(lines, isBody, i)) continue;
    isBody[i] = true;
    const place = lines[i + 1];
    if (place?.verdict === null && isPlace(place.line)) isBody[i + 1] = true;
  }
}

/** Whether nothing but a name stands below a paragraph of the body. */
function isSignature(
  lines: readonly LabelledLine[],
  isBody: readonly boolean[],
  i: number,
): boolean {
  const { line, verdict } = lines[i]!;
  if (verdict !== null || line.isProse || !isNamesOnly(line)) return false;
  return isBody[i - 1] === true && lines[i - 1]!.line.isSentence;
}

function isPlace({ words, endsSentence }: Line): boolean {
  return words <= MAX_PLACE && !endsSentence;
}
