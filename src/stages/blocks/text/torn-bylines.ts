import { parseByline } from '../../../recognize/byline/index.ts';
import { words } from '../../../recognize/words.ts';
import { phraseKey } from '../../../text/phrase-key.ts';
import type { Line } from './lines.ts';

/** UTF-16 units of `By` and the like: longer lines are something else. Set by hand. */
const MAX_PREFIX = 30;
/** The same of names. */
const MAX_NAMES = 80;
/** Blank lines that may stand between the two. */
const MAX_GAP = 1;

/**
 * Where a byline was torn at a link: `By`, and the name on a line of its own. Gives the numbers of the names' lines
 * (0-based), each of which goes on with the line with text above it.
 */
export function tornBylines(lines: readonly Line[]): ReadonlySet<number> {
  const torn = new Set<number>();
  lines.forEach((line, i) => {
    const below = isPrefix(line) ? nextLine(lines, i) : null;
    if (below !== null && isByline(line, lines[below]!)) torn.add(below);
  });
  return torn;
}

function isPrefix({ text, blank, markup }: Line): boolean {
  return !blank && markup?.alone !== true && text.length <= MAX_PREFIX && isWord(text);
}

function isWord(text: string): boolean {
  return words('byline-prefix').has(phraseKey(text));
}

/** The next line with text; null where it stands too far below. */
function nextLine(lines: readonly Line[], start: number): number | null {
  const end = start + 1 + MAX_GAP;
  for (let i = start + 1; i <= end && i < lines.length; i++) if (!lines[i]!.blank) return i;
  return null;
}

function isByline(prefix: Line, { text, markup }: Line): boolean {
  if (markup?.alone === true || text.length > MAX_NAMES) return false;
  return parseByline(`${prefix.text} ${text}`)?.confident === true;
}
