import type { Edit } from '../document.ts';
import { InputError } from '../errors.ts';
import { errorRow } from '../io/error-row.ts';
import type { Line } from '../io/lines.ts';
import { parseRow, type Row, rowId } from '../io/rows.ts';
import { describe } from './outcome.ts';
import type { Repair } from './repair-text.ts';

/** A repair as a row lists it. */
interface RowRepair extends Omit<Edit, 'replacement' | 'stage'> {
  readonly before: string;
  readonly after: string;
}

/**
 * The row `{…, output, repairs}` for a row `{id, input, …}`, with its newline; an error row where that
 * cannot be. Other fields keep their spelling, digit for digit.
 */
export function repairRow(line: Line, repair: Repair): string {
  let id: string | null = null;
  try {
    const row = parseRow(line);
    id = rowId(row);
    const { input } = row.fields;
    if (typeof input !== 'string') {
      const found = input === undefined ? 'none' : `${input === null ? 'null' : typeof input}`;
      throw new InputError('no-text', `expected a field "input" that is a string, found ${found}`);
    }
    const { text, repairs } = repair(input);
    return withFields(row, { output: text, repairs: listed(input, repairs) });
  } catch (error) {
    return errorRow(id, describe(error));
  }
}

/** The edits with what stood there before. */
function listed(source: string, edits: readonly Edit[]): RowRepair[] {
  return edits.map(({ replacement, stage: _stage, ...edit }) => ({
    ...edit,
    before: source.slice(edit.offset, edit.offset + edit.length),
    after: replacement,
  }));
}

function withFields(row: Row, fields: { output: string; repairs: readonly RowRepair[] }): string {
  if (Object.hasOwn(row.fields, 'output') || Object.hasOwn(row.fields, 'repairs')) {
    return `${JSON.stringify({ ...row.fields, ...fields })}\n`;
  }
  const raw = row.raw.trim();
  return `${raw.slice(0, -1)},${JSON.stringify(fields).slice(1)}\n`;
}
