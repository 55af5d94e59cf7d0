import { applyEdits } from '../../../document/edits.ts';
import { SHOWN } from '../costs.ts';
import { type Chain, NOTHING_SEEN } from '../hypothesis.ts';
import type { Workspace } from '../workspace.ts';
import { repairText } from './repair-text.ts';
import { alphabetsOf, joinedLines } from './spelling.ts';

const NO_CHAINS: readonly Chain[] = [];

/**
 * The chains that lines show together of which none shows them alone, as where legacy bytes change one
 * letter in a word. Looked for only where the Latin letters of the lines fit no alphabet, and then do.
 */
export function sharedChains(workspace: Workspace, lines: readonly string[]): readonly Chain[] {
  const text = joinedLines(lines);
  if (alphabetsOf(workspace, text) !== 0) return NO_CHAINS;
  const { edits, chains, gain } = repairText(workspace, text, false, NOTHING_SEEN);
  const isSpelt = alphabetsOf(workspace, applyEdits(text, edits)) !== 0;
  return gain > SHOWN && isSpelt ? chains : NO_CHAINS;
}
