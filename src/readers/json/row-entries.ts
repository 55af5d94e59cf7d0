import { InputError } from '../../contract/errors.ts';
import type { Line } from '../bytes/lines.ts';
import { type Entry, failedEntry, type OpenableFile, type ReadOptions } from '../reader.ts';
import { withFields } from '../rows/fields.ts';
import { isBlankLine, parseRow, rowId, rowSource } from '../rows/rows.ts';

/** How rows are read. */
export interface RowOptions extends ReadOptions {
  /** Whether no row at all is no failure. */
  readonly mayBeEmpty: boolean;
}

/** The entries of lines that hold an object each. */
export async function* readRows(
  file: OpenableFile,
  lines: AsyncIterable<Line>,
  options: RowOptions,
): AsyncGenerator<Entry> {
  const whole = { record: null, id: null, shown: file.shown };
  let empty = !options.mayBeEmpty;
  try {
    for await (const line of lines) {
      if (!options.everyLine && isBlankLine(line)) continue;
      empty = false;
      yield rowEntry(line, file, options);
    }
  } catch (error) {
    empty = false;
    // The file could not be opened, or not be read to its end.
    yield failedEntry(whole, error);
  }
  if (empty) yield failedEntry(whole, new InputError('empty', 'expected rows, found none'));
}

function rowEntry(line: Line, { path, shown: file }: OpenableFile, options: ReadOptions): Entry {
  const record = line.number;
  const shown = `${file}, row ${record}`;
  try {
    const row = withFields(parseRow(line), options);
    const id = rowId(row);
    const from = { path: path === null ? undefined : file, record, fetched: options.fetched };
    return {
      record,
      id,
      shown,
      key: line.bytes,
      load: () => rowSource(row, id ?? `row-${record}`, from),
    };
  } catch (error) {
    return failedEntry({ record, id: null, shown }, error);
  }
}
