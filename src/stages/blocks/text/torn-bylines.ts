import { parseByline } from '../../../recognize/byline/index.ts';
import { words } from '../../../recognize/words.ts';
import { phraseKey } from '../../../text/fold.ts';
import { type Line, nextLine } from './lines.ts';

/** UTF-16 units of `By` and the like: longer lines are something else. Set by hand. */
const MAX_PREFIX = 30;
/** The same of names. */
const MAX_NAMES = 80;
/** Blank lines that may stand between the two. */
const MAX_GAP = 1;

/**
 * Where a byline was torn at links: `By`, and the name on a line of its own; below it perhaps `and`, and another name.
 * Gives the numbers of the lines (0-based) that each go on with the line with text above them.
 */
export function tornBylines(lines: readonly Line[]): ReadonlySet<number> {
  const torn = new Set<number>();
  lines.forEach((line, i) => {
    if (torn.has(i) || line.blank || line.markup?.alone === true) return;
    for (const piece of piecesBelow(lines, i)) torn.add(piece);
  });
  return torn;
}

/** The lines that go on with the byline that a line begins; none where it begins none, or a whole one. */
function piecesBelow(lines: readonly Line[], start: number): number[] {
  const { text } = lines[start]!;
  const pieces: number[] = [];
  let byline = text;
  if (isWord(text, 'byline-prefix')) {
    const name = nameBelow(lines, start, byline);
    if (name === null) return [];
    pieces.push(name);
    byline = `${byline} ${lines[name]!.text}`;
  }
  for (;;) {
    const and = nextLine(lines, pieces.at(-1) ?? start, MAX_GAP);
    if (and === null || !isJoint(lines[and]!.text)) return pieces;
    const name = nameBelow(lines, and, `${byline} ${lines[and]!.text}`);
    if (name === null) return pieces;
    pieces.push(and, name);
    byline = `${byline} ${lines[and]!.text} ${lines[name]!.text}`;
  }
}

function isWord(text: string, list: 'byline-prefix' | 'byline-and'): boolean {
  return text.length <= MAX_PREFIX && words(list).has(phraseKey(text));
}

/** `and`, or a comma, alone in its line. */
function isJoint(text: string): boolean {
  return text === ',' || isWord(text, 'byline-and');
}

/** The next line with text, where a byline goes on there with a name. */
function nameBelow(lines: readonly Line[], start: number, byline: string): number | null {
  const below = nextLine(lines, start, MAX_GAP);
  if (below === null) return null;
  const { text, markup } = lines[below]!;
  if (markup?.alone === true || text.length > MAX_NAMES) return null;
  return parseByline(`${byline} ${text}`)?.confident === true ? below : null;
}
