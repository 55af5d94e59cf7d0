import type { Block, Document, Stage } from '../../document/document.ts';
import { edgeBefore, toSource } from '../../document/edits.ts';
import { pieceOf } from '../../document/pieces.ts';
import { visibleRange } from '../../text/visible.ts';
import type { Break } from './break.ts';
import { dateBreaks } from './breaks/dates.ts';
import { edgeBreaks } from './breaks/edges.ts';
import { gluedBreaks } from './breaks/glue.ts';
import { labelBreaks } from './breaks/labels.ts';
import { menuBreaks } from './breaks/menus.ts';
import { phraseBreaks } from './breaks/phrases.ts';
import { repeatBreaks } from './breaks/repeats.ts';
import { spaceBreaks } from './breaks/spaces.ts';
import { tokensIn } from './tokens.ts';

// Set by hand: UTF-16 units of a line that may be a whole text; its share of the text; blocks of such a text.
const MIN_LENGTH = 400;
const MIN_SHARE = 0.3;
const MAX_BLOCKS = 6;

/**
 * Makes the stage that cuts a text that came as one line into pieces, so that what looks at lines can tell headline,
 * byline, date and boilerplate in it from the article. It cuts where something proves that two blocks of a page met
 * there, and nowhere else: a line without such a seam stays whole. Behind `render` the pieces are joined again.
 */
export function createCut(): Stage<Document, Document> {
  return (document) => {
    const { format, blocks, positions } = document;
    if (format !== 'text' || blocks.length > MAX_BLOCKS) return document;
    const all = blocks.reduce((sum, { copy }) => sum + copy.text.length, 0);
    const isLong = ({ type, copy }: Block) =>
      type === 'paragraph' && copy.text.length >= Math.max(MIN_LENGTH, all * MIN_SHARE);
    if (!blocks.some(isLong)) return document;
    return {
      ...document,
      blocks: blocks.flatMap((block) =>
        isLong(block) ? piecesOf(block, breaksIn(block, positions)) : [block],
      ),
    };
  };
}

/** The breaks of a line, ascending, each once. */
function breaksIn(block: Block, positions: Document['positions']): Break[] {
  const { text } = block.copy;
  const sure = [...gluedBreaks(text), ...spaceBreaks(block, positions)];
  const seams = sure.map(({ at }) => at).sort((a, b) => a - b);
  const tokens = tokensIn(text, seams);
  const known = [
    ...sure,
    ...repeatBreaks(text, tokens),
    ...dateBreaks(text, tokens),
    ...menuBreaks(tokens),
    ...edgeBreaks(text, tokens),
  ];
  const places = new Set(known.map(({ at }) => at));
  const all = [
    ...known,
    ...phraseBreaks(text, tokens, places),
    ...labelBreaks(text, tokens, places),
  ];
  const byPlace = new Map<number, boolean>();
  for (const { at, paragraph } of all) byPlace.set(at, paragraph || byPlace.get(at) === true);
  return [...byPlace].map(([at, paragraph]) => ({ at, paragraph })).sort((a, b) => a.at - b.at);
}

/** A block cut at its breaks; where an edit lies at a break it stays whole there. */
function piecesOf(block: Block, breaks: readonly Break[]): Block[] {
  const { text } = block.copy;
  const starts: Break[] = [{ at: 0, paragraph: true }];
  for (const { at, paragraph } of breaks) {
    const left = visibleRange(text, starts.at(-1)!.at, at);
    const isEdge = left !== null && visibleRange(text, at, text.length) !== null;
    if (isEdge && isUnedited(block, left.end, at)) starts.push({ at, paragraph });
  }
  if (starts.length === 1) return [block];
  return starts.map(({ at, paragraph }, i) => {
    const next = starts[i + 1]?.at;
    const end = next === undefined ? text.length : visibleRange(text, at, next)!.end;
    return pieceOf(block, at, end, paragraph);
  });
}

/** Whether nothing between two offsets of a block's text, and at them, was changed. */
function isUnedited({ copy }: Block, start: number, end: number): boolean {
  if (edgeBefore(copy, start) !== start || edgeBefore(copy, end) !== end) return false;
  return toSource(copy, end) - toSource(copy, start) === end - start;
}
