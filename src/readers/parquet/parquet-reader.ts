import { InputError } from '../../contract/errors.ts';
import { excerpt } from '../../text/printable.ts';
import {
  type Entry,
  failedEntry,
  type OpenableFile,
  type Reader,
  type ReadOptions,
  type Split,
  WHOLE,
} from '../reader.ts';
import { withFields } from '../rows/fields.ts';
import { rowId, rowSource } from '../rows/rows.ts';
import { openParquet, type ParquetFile } from './parquet-file.ts';
import { fieldsOf } from './values.ts';

const CONTENT = ['text', 'html'];

/** Reads the rows of Parquet files, a group of rows at a time. */
export const parquetReader: Reader = {
  async split(file, size) {
    if (file.size === null || file.size < 2 * size) return [WHOLE];
    return cutGroups(await openParquet(file), size);
  },
  async *read(file, split, options) {
    const whole = { record: null, id: null, shown: file.shown };
    try {
      const opened = await openParquet(file);
      const content = contentColumns(opened, options);
      const [start, end] = split.kind === 'groups' ? [split.start, split.end] : [];
      const groups = opened.groups.slice(start, end);
      if (groups.every((group) => group.start === group.end) && !options.everyLine) {
        throw new InputError('empty', 'expected rows, found none');
      }
      for (const group of groups) yield* entriesOf(opened, group, content, file, options);
    } catch (error) {
      yield failedEntry(whole, error);
    }
  },
};

async function* entriesOf(
  opened: ParquetFile,
  group: ParquetFile['groups'][number],
  content: ReadonlySet<string>,
  file: OpenableFile,
  options: ReadOptions,
): AsyncGenerator<Entry> {
  let rows: Awaited<ReturnType<ParquetFile['rowsOf']>>;
  try {
    rows = await opened.rowsOf(group);
  } catch (error) {
    const first = group.start + 1;
    const shown = `${file.shown}, rows ${first} to ${group.end}`;
    yield failedEntry({ record: first, id: null, shown }, error);
    return;
  }
  for (const [i, row] of rows.entries()) {
    yield rowEntry(fieldsOf(row, content), group.start + i + 1, file, options);
  }
}

function rowEntry(
  given: Readonly<Record<string, unknown>>,
  record: number,
  file: OpenableFile,
  options: ReadOptions,
): Entry {
  const row = withFields({ raw: '', fields: given }, options);
  const id = rowId(row);
  const path = file.path === null ? undefined : file.shown;
  const from = { path, record, fetched: options.fetched };
  return {
    record,
    id,
    shown: `${file.shown}, row ${record}`,
    key: `row ${record}`,
    load: () => rowSource(row, id ?? `row-${record}`, from),
  };
}

/**
 * The columns that may hold articles.
 *
 * @throws {InputError} where there is none
 */
function contentColumns({ columns }: ParquetFile, { fields = {} }: ReadOptions): Set<string> {
  const wanted = CONTENT.map((name) => fields[name] ?? name);
  const found = wanted.filter((name) =>
    columns.some((column) => name === column || name.startsWith(`${column}.`)),
  );
  if (found.length > 0) return new Set(found);
  const names = excerpt(columns.join(', '), 200);
  const message = `expected a column ${wanted.map((name) => `"${name}"`).join(' or ')}, found ${names || 'none'}; --field text=NAME says which column holds it`;
  throw new InputError('no-text', message);
}

function cutGroups({ groups }: ParquetFile, size: number): readonly Split[] {
  const splits: Split[] = [];
  let start = 0;
  let gathered = 0;
  for (const [i, group] of groups.entries()) {
    gathered += group.size;
    if (gathered < size && i + 1 < groups.length) continue;
    splits.push({ kind: 'groups', start, end: i + 1, first: groups[start]!.start + 1 });
    start = i + 1;
    gathered = 0;
  }
  return splits.length === 0 ? [WHOLE] : splits;
}
