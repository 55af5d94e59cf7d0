import { describe, InputError } from '../contract/errors.ts';
import type { Edit } from '../document/document.ts';
import { CLOSE_BRACE, NEWLINE } from '../readers/bytes/ascii.ts';
import { jsonKindOf, parseRow, type Row, rowId } from '../readers/rows/rows.ts';
import { errorRow, type RowPlace } from '../writers/error-row.ts';
import type { Repair } from './repair-text.ts';

const NOWHERE: RowPlace = { path: null, record: null };
const LINE_END = /\r?\n$/;

/** A repair as a row lists it. */
interface RowRepair extends Omit<Edit, 'replacement' | 'stage'> {
  readonly before: string;
  readonly after: string;
}

/** What a repaired row has beside its own fields. */
export interface Repaired {
  readonly output: string;
  readonly repairs: readonly RowRepair[];
}

/**
 * The row `{…, output, repairs}` for a row `{id, input, …}`; an error row where that cannot be. All of the
 * row's own bytes stay: both fields are put before its closing brace. A row that has such fields already is
 * passed on when they are right, and written anew when they are not.
 *
 * @param line the row with its line end; `null` for one that was too long to be read
 * @param place where it stands, for the error row
 */
export function repairRow(line: Buffer | null, repair: Repair, place: RowPlace = NOWHERE): Buffer {
  let id: string | number | null = null;
  try {
    const bytes = line?.at(-1) === NEWLINE ? line.subarray(0, -1) : line;
    const row = parseRow({ number: 0, bytes });
    id = Number.isSafeInteger(row.fields['id']) ? (row.fields['id'] as number) : rowId(row);
    const { input } = row.fields;
    if (typeof input !== 'string') {
      const found = input === undefined ? 'none' : jsonKindOf(input);
      throw new InputError('no-text', `expected a field "input" that is a string, found ${found}`);
    }
    return withFields(line!, row, repaired(input, repair));
  } catch (error) {
    return Buffer.from(errorRow(id, place, describe(error)));
  }
}

/** What is put before the closing brace of a row with this input. */
export function addedFields(fields: Repaired): string {
  return `,${JSON.stringify(fields).slice(1, -1)}`;
}

/** An input's output and repairs, each with what stood there before; keys in one order for every rule. */
export function repaired(input: string, repair: Repair): Repaired {
  const { text, repairs } = repair(input);
  return {
    output: text,
    repairs: repairs.map(({ offset, length, rule, certainty, chain, replacement }) => ({
      offset,
      length,
      rule,
      certainty,
      ...(chain && { chain }),
      before: input.slice(offset, offset + length),
      after: replacement,
    })),
  };
}

function withFields(line: Buffer, { fields }: Row, added: Repaired): Buffer {
  if (Object.hasOwn(fields, 'output') || Object.hasOwn(fields, 'repairs')) {
    const { output, repairs } = fields;
    const same = { output, repairs };
    if (JSON.stringify(same) === JSON.stringify(added)) return line;
    const end = LINE_END.exec(line.toString('latin1', line.length - 2))?.[0] ?? '';
    return Buffer.from(`${JSON.stringify({ ...fields, ...added })}${end}`);
  }
  const close = line.lastIndexOf(CLOSE_BRACE);
  const middle = Buffer.from(addedFields(added));
  return Buffer.concat([line.subarray(0, close), middle, line.subarray(close)]);
}
