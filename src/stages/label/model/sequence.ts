import type { Fact } from '../../../document/document.ts';
import { isProse } from '../../read/shape.ts';
import type { Range } from '../layout/prose-range.ts';
import type { Judged } from '../verdict.ts';
import { type Counts, scan } from './features/counts.ts';

/** A document as the model sees it: its visible blocks, counted and hashed. */
export interface Sequence {
  readonly html: boolean;
  readonly items: readonly Judged[];
  /** Index of each item among all blocks. */
  readonly index: readonly number[];
  readonly counts: readonly Counts[];
  /** Hashes of all words; those of item i begin at `starts[i]`. */
  readonly tokens: Int32Array;
  readonly starts: Int32Array;
  readonly prose: Uint8Array;
  /** The rules' own choice of body and title, in items; -1 where there is none. */
  readonly start: number;
  readonly end: number;
  readonly title: number;
  readonly facts: readonly Fact[];
}

/** What the rules think of a document. */
export interface Candidate {
  readonly range: Range | null;
  /** Index of the title's block, or -1. */
  readonly title: number;
}

/** The document's visible blocks, counted and hashed. */
export function sequenceOf(
  judged: readonly Judged[],
  facts: readonly Fact[],
  html: boolean,
  { range, title }: Candidate,
): Sequence {
  const index: number[] = [];
  judged.forEach(({ block }, i) => {
    if (!block.context.hidden) index.push(i);
  });
  const items = index.map((i) => judged[i]!);
  const hashes: number[] = [];
  const starts = new Int32Array(items.length + 1);
  const prose = new Uint8Array(items.length);
  const counts = items.map(({ block }, i) => {
    const found = scan(block.copy.text, hashes);
    starts[i + 1] = hashes.length;
    prose[i] = isProse(block) ? 1 : 0;
    return found;
  });
  const at = (block: number) => firstFrom(index, block);
  return {
    html,
    items,
    index,
    counts,
    tokens: Int32Array.from(hashes),
    starts,
    prose,
    start: range ? at(range.start) : -1,
    end: range ? at(range.end) : -1,
    title: title < 0 ? -1 : at(title),
    facts,
  };
}

/** The first item that stands at or after a block. */
function firstFrom(index: readonly number[], block: number): number {
  let low = 0;
  let high = index.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (index[middle]! < block) low = middle + 1;
    else high = middle;
  }
  return low;
}
