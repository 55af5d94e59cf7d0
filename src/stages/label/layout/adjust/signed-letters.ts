import type { Line } from '../../../read/line.ts';
import type { LabelledLine } from '../../labelled-line.ts';
import { isNamesOnly } from '../../names-only.ts';

// Set by hand: names below paragraphs from which on they sign letters, and words of the place below one.
const MIN_SIGNATURES = 2;
const MAX_PLACE = 3;

/**
 * Takes the names and places below letters for body, the last one's too: several names alone, each below a paragraph of the
 * body, sign letters to the editor, and none of them wrote the page.
 */
export function withSignedLetters(lines: readonly LabelledLine[], isBody: boolean[]): void {
  const below = lines.flatMap((_, i) => (isSignature(lines, isBody, i) ? i : []));
  if (below.filter((i) => isBody[i]).length < MIN_SIGNATURES) return;
  for (const i of below) {
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
