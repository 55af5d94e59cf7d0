import { applyEdits } from '../../../document/edits.ts';
import { loadModel } from '../../../language-model/trigram-model.ts';
import type { Chain } from '../hypothesis.ts';
import { fittingAlphabets } from '../plausibility/alphabets.ts';
import { points } from '../text/code-points.ts';
import { repairOne } from './repair-text.ts';

/** So many code units of an article are looked at together. */
const ENOUGH = 2000;
const NOTHING_SEEN: ReadonlySet<string> = new Set();
const NO_CHAINS: readonly Chain[] = [];

/**
 * The chains that lines show together of which none shows them alone, as where legacy bytes change one
 * letter in a word. Looked for only where the Latin letters of the lines fit no alphabet, and then do.
 */
export function shownTogether(lines: readonly string[]): readonly Chain[] {
  let text = '';
  for (const line of lines) {
    if (text.length + line.length > ENOUGH) break;
    text += `${line}\n`;
  }
  if (fits(text)) return NO_CHAINS;
  const { edits, shown } = repairOne(text, false, NOTHING_SEEN);
  return fits(applyEdits(text, edits)) ? shown : NO_CHAINS;
}

function fits(text: string): boolean {
  return fittingAlphabets(loadModel(), points(text).codes) !== 0;
}
