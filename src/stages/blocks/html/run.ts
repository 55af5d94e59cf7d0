import type { BodyType } from '../../../contract/labels.ts';
import type { Block, Element } from '../../../document/document.ts';
import { unedited } from '../../../document/edits.ts';
import { visibleRange } from '../../../text/visible.ts';
import { INLINE } from '../../parse/tags.ts';
import { continues } from '../text/wrap.ts';
import { isFactLabel } from './fact-label.ts';

/** What the elements around a run of text make of it. */
export interface Frame {
  readonly element: Element;
  readonly type: BodyType;
  readonly level: number;
  readonly depth: number;
  readonly ordered: boolean;
  readonly hidden: boolean;
  readonly link: boolean;
  readonly bold: boolean;
  /** A line break parts paragraphs here. */
  readonly breaks: boolean;
}

/** A place inside a run where it may be cut: a line break, or the edge of an inline element with a name that tells. */
export interface Cut {
  readonly at: number;
  readonly kind: 'break' | 'edge';
  readonly element: Element;
  readonly hidden: boolean;
}

/** A stretch of text between two block boundaries, in units of the linear text. */
export interface Run {
  readonly start: number;
  readonly frame: Frame;
  readonly cuts: readonly Cut[];
  /** Flat pairs of start and end. */
  readonly links: readonly number[];
  readonly bolds: readonly number[];
}

// Prose in which a name or a date is marked up stays whole; a line of facts is cut at its elements.
const MAX_LINE_OF_FACTS = 220;

/** The blocks that a run makes. `text` is the linear text from `run.start` to the run's end. */
export function blocksOfRun(run: Run, text: string): Block[] {
  const { frame } = run;
  const pieces = piecesOf(run, text);
  return pieces.flatMap(({ from, to, element, hidden }): Block[] => {
    const range =
      frame.type === 'preformatted' ? { start: from, end: to } : visibleRange(text, from, to);
    if (!range || visibleRange(text, from, to) === null) return [];
    const start = run.start + range.start;
    const end = run.start + range.end;
    return [
      {
        type: frame.type,
        ...(frame.level > 0 ? { level: frame.level } : {}),
        ...(frame.type === 'list-item' ? { depth: frame.depth, ordered: frame.ordered } : {}),
        marker: 0,
        offset: start,
        copy: unedited(text.slice(range.start, range.end)),
        context: {
          gap: 0,
          element,
          linkShare: share(run.links, start, end),
          boldShare: share(run.bolds, start, end),
          hidden,
        },
      },
    ];
  });
}

interface Piece {
  readonly from: number;
  readonly to: number;
  readonly element: Element;
  readonly hidden: boolean;
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
    const used = cut.kind === 'edge' ? short || shows : frame.breaks && !isBroken(text, from, at);
    if (used && !isFactLabel(text.slice(from, at))) {
      out.push({ from, to: at, element, hidden });
      from = at;
    }
    if (cut.kind === 'edge' && (short || shows)) ({ element, hidden } = cut);
  }
  out.push({ from, to: text.length, element, hidden });
  return out;
}

function blockLevel(element: Element): Element {
  let outer = element;
  while (outer.parent && INLINE.has(outer.tag)) outer = outer.parent;
  return outer;
}

function isBroken(text: string, from: number, at: number): boolean {
  return continues(text.slice(from, at).trim(), text.slice(at, at + 60).trim(), null);
}

function share(pairs: readonly number[], start: number, end: number): number {
  let inside = 0;
  for (let i = 0; i < pairs.length; i += 2) {
    inside += Math.max(0, Math.min(end, pairs[i + 1]!) - Math.max(start, pairs[i]!));
  }
  return end > start ? Math.min(1, inside / (end - start)) : 0;
}
