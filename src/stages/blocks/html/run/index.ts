import { contextOf, createBlock } from '../../../../document/blocks.ts';
import type { Block, Edit, Element } from '../../../../document/document.ts';
import { addLayer, unedited } from '../../../../document/edits.ts';
import { visibleRange, withMisread } from '../../../../text/visible.ts';
import { INLINE } from '../../../parse/tags.ts';
import { isBroken } from '../../text/wrap.ts';
import { isFactLabel } from '../fact-label.ts';
import type { Frame } from '../frame.ts';
import { withClampedRest } from './clamped-rest.ts';
import { withHiddenInside } from './hidden-inside.ts';
import { withJoinedNames } from './joined-names.ts';
import type { Piece } from './piece.ts';
import { withWholeSentences } from './whole-sentences.ts';

/** A place inside a run where it may be cut: a line break, or the edge of an inline element with a name that tells. */
export interface Cut {
  readonly at: number;
  readonly kind: 'break' | 'edge';
  readonly element: Element;
  readonly hidden: boolean;
}

/** A stretch of text between two block boundaries, in units of the linear text; grows while it is read. */
export interface Run {
  readonly start: number;
  readonly frame: Frame;
  /** The letter before its first word that a picture shows; '' where there is none. */
  readonly initial: string;
  readonly cuts: Cut[];
  /** The parts that stand in links, as flat pairs of start and end; ascending. */
  readonly links: number[];
  /** The parts that are bold, in the same way. */
  readonly bolds: number[];
}

/**
 * UTF-16 units; prose in which a name or a date is marked up stays whole, a line of facts is cut at its elements. Set
 * by hand: bylines with date, place and share links are shorter, paragraphs mostly longer.
 */
const MAX_LINE_OF_FACTS = 220;

/**
 * Adds the blocks that a run makes to those of the page.
 *
 * @param text the linear text from `run.start` to the run's end.
 */
export function blocksOfRun(run: Run, text: string, blocks: Block[]): void {
  for (const piece of wholePieces(piecesOf(run, text), text)) {
    const visible = visibleRange(text, piece.from, piece.to);
    if (visible === null) continue;
    const isRaw = run.frame.type === 'preformatted';
    const { start, end } = isRaw
      ? { start: piece.from, end: piece.to }
      : withMisread(text, visible, piece.from, piece.to);
    blocks.push(blockOf(run, piece, text.slice(start, end), run.start + start, run.start + end));
  }
}

/** The pieces with those joined that hold parts of one sentence or of one byline. */
function wholePieces(pieces: readonly Piece[], text: string): readonly Piece[] {
  if (pieces.length < 2) return pieces;
  const seen = withClampedRest(withHiddenInside(pieces, text), text);
  return withJoinedNames(withWholeSentences(seen, text), text);
}

function blockOf(run: Run, piece: Piece, text: string, start: number, end: number): Block {
  const { type, level, depth, ordered } = run.frame;
  const isItem = type === 'list-item';
  const links = share(run.links, start, end);
  const bolds = share(run.bolds, start, end);
  return createBlock({
    type,
    level: level > 0 ? level : undefined,
    depth: isItem ? depth : undefined,
    ordered: isItem ? ordered : undefined,
    role: null,
    breaks: type === 'paragraph' ? breaksIn(run, start, end) : NO_BREAKS,
    piece: null,
    offset: start,
    copy: addLayer(unedited(text), editsOf(run, piece, start - run.start)),
    context: contextOf(0, piece.element, links, bolds, piece.hidden),
  });
}

/** UTF-16 units behind a line break that tell whether a sentence goes on; more than a word has. */
const FIRST_WORDS = 60;

const NO_BREAKS: readonly number[] = [];

/** Where two line breaks in a row stand in a run that is not broken at each, in units of the block's text. */
function breaksIn({ cuts, frame }: Run, start: number, end: number): readonly number[] {
  if (frame.breaks) return NO_BREAKS;
  const doubled = cuts.filter(
    ({ kind, at }, i) =>
      kind === 'break' && cuts[i - 1]?.kind === 'break' && cuts[i - 1]!.at === at,
  );
  const found = doubled.map(({ at }) => at - start).filter((at) => at > 0 && at < end - start);
  return found.filter((at, i) => at !== found[i - 1]);
}

const NONE_UNSEEN: readonly number[] = [];

/** What readers do not see goes out of the middle of a sentence, and what a picture shows stands before the run. */
function editsOf({ initial }: Run, { from, unseen }: Piece, start: number): Edit[] {
  const edits: Edit[] = [];
  if (initial !== '' && from === 0) edits.push(initialEdit(initial));
  for (let i = 0; i < unseen.length; i += 2) {
    const offset = unseen[i]! - start;
    const length = unseen[i + 1]! - unseen[i]!;
    edits.push({
      offset,
      length,
      replacement: '',
      stage: 'blocks',
      rule: 'hidden-in-sentence',
      certainty: 'inferred',
    });
  }
  return edits;
}

function initialEdit(replacement: string): Edit {
  const [stage, rule, certainty] = ['blocks', 'initial-of-picture', 'inferred'] as const;
  return { offset: 0, length: 0, replacement, stage, rule, certainty };
}

function piecesOf(run: Run, text: string): Piece[] {
  const { frame } = run;
  const out: Piece[] = [];
  let from = 0;
  let { element, hidden }: { element: Element; hidden: boolean } = frame;
  const short = text.length <= MAX_LINE_OF_FACTS;
  if (!short) element = blockLevel(element);
  for (const cut of run.cuts) {
    const at = cut.at - run.start;
    const shows = cut.kind === 'edge' && cut.hidden !== hidden;
    const used = cut.kind === 'edge' ? short || shows : frame.breaks && !goesOn(text, from, at);
    if (used && !isFactLabel(text.slice(from, at))) {
      out.push({ from, to: at, element, hidden, unseen: NONE_UNSEEN });
      from = at;
    }
    if (cut.kind === 'edge' && (short || shows)) ({ element, hidden } = cut);
  }
  out.push({ from, to: text.length, element, hidden, unseen: NONE_UNSEEN });
  return out;
}

function blockLevel(element: Element): Element {
  let outer = element;
  while (outer.parent && INLINE.has(outer.tag)) outer = outer.parent;
  return outer;
}

function goesOn(text: string, from: number, at: number): boolean {
  return isBroken(text.slice(from, at).trim(), text.slice(at, at + FIRST_WORDS).trim());
}

function share(pairs: readonly number[], start: number, end: number): number {
  let inside = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    inside += Math.max(0, Math.min(end, pairs[i + 1]!) - Math.max(start, pairs[i]!));
  }
  return end > start ? Math.min(1, inside / (end - start)) : 0;
}
