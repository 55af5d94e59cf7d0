const ESCAPED_QUOTE = /""/g;
const LINE_END = /\r?\n/;
const BLANK_LINES = /^[\r\n]+/;
const QUOTE = '"';

/**
 * The cells of a record. Where anything but a separator follows a closing quote, the cell is what stands there, its quotes
 * too: `"Storm" closes bridge`.
 *
 * @param quotes whether a quote at a cell's start opens it; false for a broken line that is taken as it stands
 */
export function cellsOf(record: string, separator: string, quotes = true): string[] {
  const cells: string[] = [];
  for (let at = 0; at <= record.length; ) {
    const quoted = quotes && record[at] === QUOTE ? quotedCell(record, at, separator) : null;
    if (quoted !== null) {
      cells.push(quoted.cell);
      at = quoted.end + 1;
      continue;
    }
    const next = record.indexOf(separator, quotes ? behindQuotes(record, at) : at);
    const end = next < 0 ? record.length : next;
    cells.push(record.slice(at, end));
    at = end + 1;
  }
  return cells;
}

/** Where a cell's separator is looked for: behind a pair of quotes at its start. */
function behindQuotes(record: string, at: number): number {
  if (record[at] !== QUOTE) return at;
  return Math.max(at, closingQuote(record, at + 1) + 1);
}

/** A cell between quotes and the index behind it; `null` where something else follows the closing quote. */
function quotedCell(
  record: string,
  at: number,
  separator: string,
): { readonly cell: string; readonly end: number } | null {
  const close = closingQuote(record, at + 1);
  const end = close + 1;
  if (close < 0 || (end < record.length && record[end] !== separator)) return null;
  return { cell: record.slice(at + 1, close).replace(ESCAPED_QUOTE, QUOTE), end };
}

function closingQuote(record: string, from: number): number {
  let at = record.indexOf(QUOTE, from);
  while (at >= 0 && record[at + 1] === QUOTE) at = record.indexOf(QUOTE, at + 2);
  return at;
}

/** Separators that are told from a table's first line; the first one counts where two are as frequent. */
const SEPARATORS = [',', ';', '\t', '|'];
// The line by which Excel states the separator.
const STATED = /^sep=(.)\r?\n/;

/**
 * What parts the cells of a table.
 *
 * @param text the start of the table, without a byte order mark
 */
export function separatorOf(text: string): string {
  const head = text.replace(BLANK_LINES, '');
  const stated = STATED.exec(head)?.[1];
  if (stated !== undefined && SEPARATORS.includes(stated)) return stated;
  const line = head.slice(0, head.search(LINE_END) + 1 || head.length);
  const counts = SEPARATORS.map((separator) => cellsOf(line, separator).length);
  return SEPARATORS[counts.indexOf(Math.max(...counts))]!;
}

/** The names of a table's columns, each once; one without a name is called by its place. */
export function columnNames(cells: readonly string[]): string[] {
  const seen = new Set<string>();
  return cells.map((cell, i) => {
    let name = cell.trim() || `column_${i + 1}`;
    while (seen.has(name)) name += `_${i + 1}`;
    seen.add(name);
    return name;
  });
}
