import type { Line } from './lines.ts';
import { markerOf } from './markers.ts';

const SENTENCE = /\p{L}{2}[.!?]$|[。！？]$/u;
/** One line of cells may be two columns of anything. */
const MIN_ROWS = 2;
/** UTF-16 units; set by hand, a line of prose is longer. */
const MAX_CELL_LENGTH = 80;

/** A cell of a row, and where it begins in the line. */
export interface Cell {
  readonly text: string;
  readonly column: number;
}

/** The cells of a line: what tabs or two and more spaces part. */
export function cellsOf(line: Line): Cell[] {
  const { raw } = line;
  const cells: Cell[] = [];
  for (let at = 0; at < raw.length; ) {
    if (isGap(raw, at)) {
      at += 1;
      continue;
    }
    const column = at;
    while (at < raw.length && (!isGap(raw, at) || isSingleSpace(raw, at))) at += 1;
    cells.push({ text: raw.slice(column, at), column });
  }
  return cells;
}

function isGap(raw: string, at: number): boolean {
  return raw[at] === ' ' || raw[at] === '\t';
}

/** A space between two words of one cell. */
function isSingleSpace(raw: string, at: number): boolean {
  return raw[at] === ' ' && at + 1 < raw.length && !isGap(raw, at + 1);
}

/** How many lines from here on are rows of one table: at least two, with the same number of cells; else 0. */
export function tableAt(lines: readonly Line[], start: number): number {
  const columns = columnsOf(lines[start]!);
  if (columns < 2) return 0;
  let end = start + 1;
  while (end < lines.length && !lines[end]!.blank && columnsOf(lines[end]!) === columns) end += 1;
  return end - start >= MIN_ROWS ? end - start : 0;
}

function columnsOf(line: Line): number {
  if (!line.text.includes('\t') && !line.text.includes('  ')) return 1;
  const cells = cellsOf(line);
  const isRow = markerOf(line.text) === null && cells.every(({ text }) => isCell(text));
  return isRow ? cells.length : 1;
}

/** Short, and no sentence of prose in which two spaces follow a stop. */
function isCell(text: string): boolean {
  return text.length <= MAX_CELL_LENGTH && !SENTENCE.test(text);
}
