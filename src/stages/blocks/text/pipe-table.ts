import type { Line } from './lines.ts';

// A table of GitHub Flavored Markdown (spec, 4.10): a row of heads, one of hyphens with as many cells, then the others.
const DELIMITER = /^\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?$|^\|\s*:?-+:?\s*\|$/;
/** A bar, with the spaces around it. */
const BAR = /[ \t]*(?<!\\)\|[ \t]*/g;
const EDGE_BARS = /^\||(?<!\\)\|$/g;

/** A bar of a row, in UTF-16 units of the line as it stands in the source. */
export interface Bar {
  readonly start: number;
  readonly end: number;
  /** Cells stand on both its sides. */
  readonly parts: boolean;
}

/** How many lines from here on are a table with bars, its row of hyphens among them; 0 for other lines. */
export function pipeTableAt(lines: readonly Line[], start: number): number {
  const [head, delimiter] = [lines[start]!, lines[start + 1]];
  if (delimiter === undefined || !isDelimiter(delimiter) || !head.text.includes('|')) return 0;
  if (columnsOf(head) !== columnsOf(delimiter)) return 0;
  let end = start + 2;
  while (end < lines.length && !lines[end]!.blank && lines[end]!.text.includes('|')) end += 1;
  return end - start;
}

/** Whether a line is the row of hyphens below the heads of such a table. */
export function isDelimiter(line: Line | undefined): boolean {
  return line !== undefined && DELIMITER.test(line.text);
}

/** The bars of a row. */
export function barsOf({ raw }: Line): Bar[] {
  return [...raw.matchAll(BAR)].map(({ 0: bar, index }) => {
    const end = index + bar.length;
    return { start: index, end, parts: index > 0 && end < raw.trimEnd().length };
  });
}

function columnsOf({ text }: Line): number {
  return text.replace(EDGE_BARS, '').split(BAR).length;
}
