import { applyEdits } from '../../../document/edits.ts';
import { SHOWN } from '../costs.ts';
import { type Chain, NOTHING_SEEN } from '../hypothesis.ts';
import { fittingAlphabets } from '../plausibility/alphabets.ts';
import { loadAlphabets } from '../tables.ts';
import { codePointsOf } from '../text/code-points.ts';
import type { Workspace } from '../workspace.ts';
import { repairText } from './repair-text.ts';

/** UTF-16 units of an article that are looked at together: as many as show its language. Set by hand. */
const ENOUGH = 2000;
const NO_CHAINS: readonly Chain[] = [];

/**
 * The chains that lines show together of which none shows them alone, as where legacy bytes change one
 * letter in a word. Looked for only where the Latin letters of the lines fit no alphabet, and then do.
 */
export function sharedChains(workspace: Workspace, lines: readonly string[]): readonly Chain[] {
  let text = '';
  for (const line of lines) {
    if (text.length + line.length > ENOUGH) break;
    text += `${line}\n`;
  }
  if (fits(workspace, text)) return NO_CHAINS;
  const { edits, chains, gain } = repairText(workspace, text, false, NOTHING_SEEN);
  return gain > SHOWN && fits(workspace, applyEdits(text, edits)) ? chains : NO_CHAINS;
}

function fits(workspace: Workspace, text: string): boolean {
  const { codes } = codePointsOf(workspace, text);
  return fittingAlphabets(workspace.model, loadAlphabets(), codes) !== 0;
}
