import { contextOf, createBlock } from '../../../document/blocks.ts';
import type { Block } from '../../../document/document.ts';
import { unedited } from '../../../document/edits.ts';

// What is smaller than two by two, or holds paragraphs, is layout.
const MIN_ROWS = 2;
const MIN_COLUMNS = 2;
/** UTF-16 units, over all cells of a table; set by hand, some twenty words. */
const MAX_MEAN_CELL_LENGTH = 120;

/** A table whose cells are read. */
interface OpenTable {
  first: number;
  rows: number;
  cells: number;
  columns: number;
  layout: boolean;
}

/** Blocks from `first` up to `end` are the cells of one table. */
export interface DataTable {
  readonly first: number;
  readonly end: number;
}

/** Keeps track of the tables around the walk, and of what parts one run of text from the next. */
export interface Tables {
  /** Data tables so far, ascending and disjoint. */
  readonly found: readonly DataTable[];
  /** What stands between the last run and the next: tabs between the cells of a row, else a line end. */
  separator(): string;
  enter(tag: string, blocks: number): void;
  leave(tag: string, blocks: readonly Block[]): void;
}

/** Makes the record of tables of one page. A table that holds other tables or headings is layout, not data. */
export function createTables(): Tables {
  const found: DataTable[] = [];
  const open: OpenTable[] = [];
  let newRow = false;
  let tabs = 0;

  return {
    found,
    separator() {
      const separator = newRow || tabs === 0 ? `\n${'\t'.repeat(tabs)}` : '\t'.repeat(tabs);
      newRow = false;
      tabs = 0;
      return separator;
    },
    enter(tag, blocks) {
      const table = open.at(-1);
      if (tag === 'table') {
        if (table) table.layout = true;
        open.push({ first: blocks, rows: 0, cells: 0, columns: 0, layout: false });
      } else if (tag === 'tr' && table) {
        table.rows += 1;
        table.cells = 0;
        newRow = true;
        tabs = 0;
      } else if ((tag === 'td' || tag === 'th') && table) {
        table.cells += 1;
        table.columns = Math.max(table.columns, table.cells);
        if (table.cells > 1) tabs += 1;
      }
    },
    leave(tag, blocks) {
      if (tag === 'caption' && open.length > 0) open.at(-1)!.first = blocks.length;
      if (tag !== 'table') return;
      newRow = true;
      tabs = 0;
      const table = open.pop();
      if (table && isData(table, blocks)) found.push({ first: table.first, end: blocks.length });
    },
  };
}

function isData(table: OpenTable, blocks: readonly Block[]): boolean {
  if (table.layout || table.rows < MIN_ROWS || table.columns < MIN_COLUMNS) return false;
  const cells = blocks.slice(table.first);
  if (cells.length < MIN_COLUMNS || cells.length > table.rows * table.columns) return false;
  const plain = cells.every((cell) => cell.type === 'paragraph' || cell.type === 'heading');
  const length = cells.reduce((sum, cell) => sum + cell.copy.source.length, 0);
  return plain && length <= cells.length * MAX_MEAN_CELL_LENGTH;
}

/** The blocks with the cells of each data table made one block. */
export function mergeTables(
  blocks: readonly Block[],
  tables: readonly DataTable[],
  text: string,
): readonly Block[] {
  if (tables.length === 0) return blocks;
  let from = 0;
  const parts = tables.map(({ first, end }) => {
    const part = [...blocks.slice(from, first), merged(blocks.slice(first, end), text)];
    from = end;
    return part;
  });
  return [...parts, blocks.slice(from)].flat();
}

function merged(cells: readonly Block[], text: string): Block {
  const [first, last] = [cells[0]!, cells.at(-1)!];
  const end = last.offset + last.copy.source.length;
  const source = text.slice(first.offset, end);
  const linked = cells.reduce((n, c) => n + c.context.linkShare * c.copy.source.length, 0);
  const { gap, boldShare, hidden } = first.context;
  return createBlock({
    type: 'table',
    level: undefined,
    depth: undefined,
    ordered: undefined,
    role: null,
    breaks: [],
    piece: null,
    offset: first.offset,
    copy: unedited(source),
    context: contextOf(gap, tableAround(first), linked / source.length, boldShare, hidden),
  });
}

function tableAround(cell: Block): Block['context']['element'] {
  let element = cell.context.element;
  while (element && element.tag !== 'table') element = element.parent;
  return element ?? cell.context.element;
}
