import type { LabelledLine } from '../../labelled-line.ts';

// Set by hand on texts with results, recipes and steps.
/** Items of a list that is long enough to have a heading. */
const MIN_ITEMS = 3;
/** Words of a heading. */
const MAX_WORDS = 4;
/** Headings above one list: `Results`, `Men`. */
const MAX_HEADINGS = 2;

/** Takes the headings of plain text for body that stand right above a list of the body: `Method`, `Results`. */
export function withListHeadings(lines: readonly LabelledLine[], isBody: boolean[]): void {
  const first = isBody.indexOf(true);
  for (let i = first + 1; i < lines.length; i++) {
    if (!isItem(lines, isBody, i) || isItem(lines, isBody, i - 1)) continue;
    const isList = Array.from({ length: MIN_ITEMS }, (_, k) => i + k).every((at) =>
      isItem(lines, isBody, at),
    );
    if (!isList) continue;
    for (let at = i - 1; at > first && at >= i - MAX_HEADINGS && isHeading(lines[at]!); at--) {
      isBody[at] = true;
    }
  }
}

function isItem(lines: readonly LabelledLine[], isBody: readonly boolean[], i: number): boolean {
  return isBody[i] === true && lines[i]!.line.block.type === 'list-item';
}

function isHeading({ line, verdict }: LabelledLine): boolean {
  if (verdict !== null || line.block.type !== 'paragraph') return false;
  return line.words <= MAX_WORDS && !line.endsSentence;
}
