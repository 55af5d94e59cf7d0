import { fittingAlphabets } from '../plausibility/alphabets.ts';
import { loadAlphabets } from '../tables.ts';
import { codePointsOf } from '../text/code-points.ts';
import type { Workspace } from '../workspace.ts';

/** UTF-16 units of an article that are looked at together: as many as show its language. Set by hand. */
const ENOUGH = 2000;

/** Lines of an article in one text, as many as show its language, and always the first. */
export function joinedLines(lines: readonly string[]): string {
  let text = '';
  for (const line of lines) {
    if (text !== '' && text.length + line.length > ENOUGH) break;
    text += `${line}\n`;
  }
  return text;
}

/** How many alphabets have all the Latin letters of a text; null where a to z are all that it has. */
export function alphabetsOf(workspace: Workspace, text: string): number | null {
  return fittingAlphabets(workspace.model, loadAlphabets(), codePointsOf(workspace, text).codes);
}
