import { type Counts, scan } from '../../../text/counts.ts';
import { lowerBound } from '../../../text/lower-bound.ts';
import type { PageFacts } from '../../read/page-facts.ts';
import type { LabelledLine } from '../labelled-line.ts';

/** A document as the model sees it: its visible blocks, counted and hashed. */
export interface Sequence {
  readonly html: boolean;
  readonly items: readonly LabelledLine[];
  /** Index of each item among all blocks. */
  readonly index: readonly number[];
  readonly counts: readonly Counts[];
  /** Hashes of all words; those of item i begin at `starts[i]`. */
  readonly tokens: Int32Array;
  readonly starts: Int32Array;
  /** Hashes of the stems of longer words; those of item i begin at `stemStarts[i]`. None in a page. */
  readonly stems: Int32Array;
  readonly stemStarts: Int32Array;
  readonly prose: Uint8Array;
  /** The rules' own choice of body and title, in items; -1 where there is none. */
  readonly start: number;
  readonly end: number;
  readonly title: number;
  readonly page: PageFacts;
}

/** What the rules think of a document: the model takes it as advice. */
export interface Advice {
  /** The blocks from `start` up to `end` hold the body. */
  readonly range: { readonly start: number; readonly end: number } | null;
  /** Index of the title's block, or -1. */
  readonly title: number;
}

/** The document's visible blocks, counted and hashed. */
export function sequenceOf(
  lines: readonly LabelledLine[],
  page: PageFacts,
  html: boolean,
  { range, title }: Advice,
): Sequence {
  const index: number[] = [];
  lines.forEach(({ line }, i) => {
    if (!line.block.context.hidden) index.push(i);
  });
  const items = index.map((i) => lines[i]!);
  const hashes: number[] = [];
  const stems: number[] = [];
  const starts = new Int32Array(items.length + 1);
  const stemStarts = new Int32Array(items.length + 1);
  const prose = new Uint8Array(items.length);
  const counts = items.map(({ line }, i) => {
    const found = scan(line.text, hashes, html ? null : stems);
    starts[i + 1] = hashes.length;
    stemStarts[i + 1] = stems.length;
    prose[i] = line.isProse ? 1 : 0;
    return found;
  });
  const at = (block: number) => lowerBound(index, block);
  return {
    html,
    items,
    index,
    counts,
    tokens: Int32Array.from(hashes),
    starts,
    stems: Int32Array.from(stems),
    stemStarts,
    prose,
    start: range ? at(range.start) : -1,
    end: range ? at(range.end) : -1,
    title: title < 0 ? -1 : at(title),
    page,
  };
}
