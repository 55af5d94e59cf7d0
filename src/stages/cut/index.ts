import type { Block, Document, Seam, Stage } from '../../document/document.ts';
import { edgeBefore, toSource } from '../../document/edits.ts';
import { pieceOf } from '../../document/pieces.ts';
import { isVisible, visibleRange } from '../../text/visible.ts';
import type { Break } from './break.ts';
import { dateBreaks } from './breaks/dates.ts';
import { edgeBreaks } from './breaks/edges.ts';
import { gluedBreaks } from './breaks/glue.ts';
import { headBreaks } from './breaks/heads.ts';
import { labelBreaks } from './breaks/labels.ts';
import { menuBreaks } from './breaks/menus.ts';
import { phraseBreaks } from './breaks/phrases.ts';
import { repeatBreaks } from './breaks/repeats.ts';
import { sentenceBreaks, sentencePhrases } from './breaks/sentences.ts';
import { spaceBreaks } from './breaks/spaces.ts';
import { sentenceStarts, tokensIn } from './tokens.ts';
import { isTooMuch } from './work.ts';

// Set by hand: UTF-16 units of a line that may be a whole text; its share of the text; blocks of such a text.
const MIN_LENGTH = 300;
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
        isLong(block) ? piecesOf(block, breaksIn(block, positions, block === blocks[0])) : [block],
      ),
    };
  };
}

/** The breaks of a line, ascending, each once. */
function breaksIn(block: Block, positions: Document['positions'], isFirst: boolean): Break[] {
  const { text } = block.copy;
  const sure = [...gluedBreaks(text), ...spaceBreaks(block, positions)];
  const tokens = tokensIn(text, [...sure.map(({ at }) => at), ...sentenceStarts(text)]);
  const known = [
    ...sure,
    ...repeatBreaks(text, tokens),
    ...(isFirst ? headBreaks(text, tokens) : []),
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
  const seams = once(all);
  const proved = once([...seams, ...sentencePhrases(text, tokens, seams)]);
  return once([...proved, ...sentenceBreaks(tokens, proved)]);
}

const STRENGTH: Readonly<Record<Seam, number>> = { paragraphs: 2, blocks: 1, sentences: 0 };

/** Breaks in order, of several at one place the one that says most. */
function once(breaks: readonly Break[]): Break[] {
  const byPlace = new Map<number, Break>();
  for (const found of breaks) {
    const known = byPlace.get(found.at);
    if (!known || STRENGTH[found.seam] > STRENGTH[known.seam]) byPlace.set(found.at, found);
  }
  return [...byPlace.values()].sort((a, b) => a.at - b.at);
}

/** A block cut at its breaks; where an edit lies at a break it stays whole there. */
function piecesOf(block: Block, breaks: readonly Break[]): Block[] {
  const { text } = block.copy;
  if (isTooMuch(block.copy, breaks.length)) return [block];
  const starts: Break[] = [{ at: 0, seam: 'paragraphs' }];
  for (const { at, seam } of breaks) {
    const left = visibleRange(text, starts.at(-1)!.at, at);
    const isEdge = left !== null && visibleRange(text, at, text.length) !== null;
    if (isEdge && isUnedited(block, left.end, at)) starts.push({ at, seam });
  }
  if (starts.length === 1) return [block];
  return starts.map(({ at, seam }, i) => {
    const next = starts[i + 1]?.at;
    const end = next === undefined ? text.length : visibleRange(text, at, next)!.end;
    return pieceOf(block, at, end, seam);
  });
}

/** Whether nothing that shows was changed between two offsets of a block's text. */
function isUnedited({ copy }: Block, start: number, end: number): boolean {
  if (edgeBefore(copy, start) !== start || edgeBefore(copy, end) !== end) return false;
  return !isVisible(copy.source.slice(toSource(copy, start), toSource(copy, end)));
}
