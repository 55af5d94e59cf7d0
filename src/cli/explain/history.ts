import type { Block, LabelledBlock, Span } from '../../document/document.ts';
import { lineStarts, placeOf } from '../../document/places.ts';
import { verdictOf } from '../../document/spans.ts';
import type { Verdict } from '../../document/verdict.ts';
import type { Labelled } from '../../stages/label/labelled.ts';
import { visibleRange } from '../../text/visible.ts';
import type { LineOf, Lines } from './entries.ts';
import type { Wanted } from './wanted.ts';

/** A span of the source and all that was ever said of it. */
export interface SpanHistory {
  readonly text: string;
  /** It is a separator, prefix or marker of its field. */
  readonly syntax: boolean;
  /** The first verdict first, the one that counts last; said twice running, it stands here once. */
  readonly verdicts: readonly Verdict[];
}

/** A block that touches a line. */
export interface BlockHistory {
  /** Its index in the document. */
  readonly index: number;
  /** What a line pattern of the user's rules would look at: of plain text its part in the line, else all of it. */
  readonly text: string;
  /** Its visible spans that touch the line. */
  readonly spans: readonly SpanHistory[];
}

/** What stands in a line of the source, or, where nothing does, the lines nearest to it in which something does. */
export type LineHistory =
  | { readonly blocks: readonly BlockHistory[] }
  | { readonly blocks: null; readonly above: number | null; readonly below: number | null };

/**
 * The history of all that stands in a line of the source, in the order of the document; where a column is wanted, of the
 * last block that begins at or before it.
 */
export function historyOf(
  document: Labelled,
  { line, column }: Wanted & { readonly line: number },
  lineOf: LineOf,
): LineHistory {
  const blocks: (BlockHistory & { readonly begins: Lines })[] = [];
  let above: number | null = null;
  let below: number | null = null;
  document.blocks.forEach((block, index) => {
    let begins: Lines | null = null;
    const spans = block.spans.flatMap((span): SpanHistory[] => {
      const range = visibleRange(block.copy.text, span.start, span.end);
      if (!range) return [];
      const lines = linesOf(document, block, range, lineOf);
      const { first, last } = lines;
      if (last < line) above = Math.max(above ?? 0, last);
      else if (first > line) below = Math.min(below ?? first, first);
      else {
        begins ??= lines;
        return [spanHistory(block, span, range)];
      }
      return [];
    });
    if (begins) blocks.push({ index, text: textIn(document, block, line), spans, begins });
  });
  if (blocks.length === 0) return { blocks: null, above, below };
  if (column === null) return { blocks };
  const at = blocks.findLastIndex(({ begins }) => begins.first < line || begins.column <= column);
  return { blocks: [blocks[Math.max(0, at)]!] };
}

function textIn({ positions }: Labelled, block: Block, line: number): string {
  const { text } = block.copy;
  if (positions.unit !== 'line') return text;
  const starts = [0, ...lineStarts(positions, block, { start: 0, end: text.length })];
  const at = starts.findLastIndex((start) => (placeOf(positions, block, start).line ?? 0) <= line);
  return at < 0 ? text : text.slice(starts[at], starts[at + 1]);
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function linesOf(
  { positions }: Labelled,
  block: Block,
  { start, end }: Range,
  lineOf: LineOf,
): Lines {
  const { first, column } = lineOf(placeOf(positions, block, start));
  return { first, column, last: lineOf(placeOf(positions, block, end - 1)).last };
}

function spanHistory({ copy }: LabelledBlock, span: Span, { start, end }: Range): SpanHistory {
  const verdicts: Verdict[] = [];
  for (let v: Verdict | null = verdictOf(span); v; v = v.replaced) {
    const after = verdicts[0];
    if (after && after.label === v.label && after.rule === v.rule) verdicts[0] = v;
    else verdicts.unshift(v);
  }
  return { text: copy.text.slice(start, end), syntax: span.syntax, verdicts };
}
