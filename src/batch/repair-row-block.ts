import { isUtf8 } from 'node:buffer';
import { NEWLINE } from '../readers/bytes/ascii.ts';
import { viewOf } from '../readers/json/json-scan.ts';
import { type ScannedRow, scanRow } from '../readers/json/row-scan.ts';
import { createGatherer } from './gather.ts';
import { addedFields, type Repaired, repaired, repairRow } from './repair-rows.ts';
import type { Repair } from './repair-text.ts';

const ADDED = ['output', 'repairs'];
const OUTPUT = viewOf(Buffer.from(',"output":'));
const NO_REPAIRS = viewOf(Buffer.from(',"repairs":[]'));
const NOTHING: Repaired = { output: '', repairs: [] };

/** A file, and how many of its rows were read. */
export interface RowCount {
  /** Null for standard input. */
  readonly path: string | null;
  rows: number;
}

/**
 * The rows of a block with `output` and `repairs`. A row is parsed only where a look at its bytes does not
 * tell that there is nothing to repair; all bytes of a row stay as they came, and where nothing was
 * repaired, `output` has those of `input`.
 *
 * @param block whole lines with their line ends
 * @param look whether plain ASCII may need repair, too
 * @param count the file and how many rows came before; the rows of the block are added
 */
export function repairRowBlock(
  block: Buffer,
  repair: Repair,
  look: boolean,
  count: RowCount = { path: null, rows: 0 },
): readonly Uint8Array[] {
  const { add, addAll, taken } = createGatherer(2 * block.length);
  const view = viewOf(block);
  const valid = isUtf8(block);
  for (let at = 0; at < block.length; ) {
    count.rows += 1;
    const row = valid ? scanRow(view, at, 'input', ADDED) : null;
    const fields = row === null || (row.plain && !look) ? NOTHING : fieldsOf(block, row, repair);
    if (row === null || fields === null) {
      const newline = block.indexOf(NEWLINE, at);
      const next = newline < 0 ? block.length : newline + 1;
      const place = { path: count.path, record: count.rows };
      addAll(viewOf(repairRow(block.subarray(at, next), repair, place)));
      at = next;
      continue;
    }
    add(view, at, row.close);
    if (fields.repairs.length === 0) {
      addAll(OUTPUT);
      add(view, row.from, row.to);
      addAll(NO_REPAIRS);
    } else addAll(viewOf(Buffer.from(addedFields(fields))));
    add(view, row.close, row.next);
    at = row.next;
  }
  return taken();
}

/** `null` where repairing failed: the row is then done by itself, to say what happened. */
function fieldsOf(
  block: Buffer,
  { from, to, escaped }: ScannedRow,
  repair: Repair,
): Repaired | null {
  try {
    const input: string = escaped
      ? JSON.parse(block.toString('utf8', from, to))
      : block.toString('utf8', from + 1, to - 1);
    return repaired(input, repair);
  } catch {
    return null;
  }
}
