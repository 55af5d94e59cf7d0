import { InputError } from '../../contract/errors.ts';
import { excerpt } from '../../text/printable.ts';
import { peek } from '../bytes/peek.ts';
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
import { cellsOf, columnNames, separatorOf } from './cells.ts';
import { type CsvRecord, csvRecords } from './records.ts';
import { rowText } from './row-text.ts';

/** The byte order mark in UTF-8. */
const MARK = Buffer.from([0xef, 0xbb, 0xbf]);
/** Fields that may hold the article, the one to name first. */
const CONTENT = ['text', 'html'];
const STATED = /^sep=.$/;

/** A table's records and what is known of it from its first lines. */
interface Table {
  readonly separator: string;
  /** `null` where it has no first line. */
  readonly names: readonly string[] | null;
  readonly records: AsyncIterable<CsvRecord>;
}

/** Reads tables whose first row names the columns. */
export const csvReader: Reader = {
  split: cutTable,
  async *read(file, split, options) {
    const whole = { record: null, id: null, shown: file.shown };
    const isPart = split.kind === 'bytes';
    let number = isPart ? split.first : 1;
    let empty = !(isPart || options.everyLine);
    try {
      const table = await openTable(file);
      const { separator, names } = table;
      const records = isPart
        ? csvRecords(file.chunks(split.start, split.end), separator.charCodeAt(0))
        : table.records;
      for await (const record of records) {
        empty = false;
        yield rowEntry(record, number, separator, names!, file, options);
        number += 1;
      }
    } catch (error) {
      empty = false;
      yield failedEntry(whole, error);
    }
    if (empty) yield failedEntry(whole, new InputError('empty', 'expected rows, found none'));
  },
};

/** Reads a table's head; its records go on behind it. */
async function openTable(file: OpenableFile): Promise<Table> {
  const { head, chunks } = await peek(file.chunks());
  const text = Buffer.from(withoutMark(head)).toString('latin1');
  const separator = file.kind === 'tsv' ? '\t' : separatorOf(text);
  const records = csvRecords(withoutMarks(chunks), separator.charCodeAt(0));
  let first = await records.next();
  if (!first.done && STATED.test(first.value.bytes?.toString('latin1') ?? '')) {
    first = await records.next();
  }
  const bytes = first.done ? null : first.value.bytes;
  const names = bytes === null ? null : columnNames(cellsOf(rowText(bytes).text, separator));
  return { separator, names, records };
}

async function* withoutMarks(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isFirst = true;
  for await (const chunk of chunks) {
    yield isFirst ? withoutMark(chunk) : chunk;
    isFirst = false;
  }
}

/** Offsets are those of the file: the mark becomes a blank line, which is no record. */
function withoutMark(head: Uint8Array): Uint8Array {
  if (!MARK.every((byte, i) => head[i] === byte)) return head;
  return Buffer.concat([Buffer.from('\n\n\n'), head.subarray(MARK.length)]);
}

function rowEntry(
  { bytes, isBroken }: CsvRecord,
  record: number,
  separator: string,
  names: readonly string[],
  file: OpenableFile,
  options: ReadOptions,
): Entry {
  const shown = `${file.shown}, row ${record}`;
  try {
    if (bytes === null) {
      throw new InputError('too-large', 'expected a row of at most 32 MB, found a longer one');
    }
    const { text, decode } = rowText(bytes);
    // Tables between tabs are often written without quoting: a lone quote is text there.
    const isLiteral = isBroken && separator === '\t';
    if (isBroken && !isLiteral) throw brokenQuote(text);
    const cells = cellsOf(text, separator, !isLiteral);
    if (cells.length > names.length) throw tooMany(cells.length, names.length);
    const row = withFields({ raw: '', fields: filledFields(cells, names, options) }, options);
    const { path } = file;
    const from = { path: path === null ? undefined : file.shown, record, fetched: options.fetched };
    const fields = decode(row.fields);
    const id = rowId({ raw: '', fields });
    const load = () => rowSource({ raw: '', fields }, id ?? `row-${record}`, from);
    return { record, id, shown, key: bytes, load };
  } catch (error) {
    return failedEntry({ record, id: null, shown }, error);
  }
}

/** The cells that hold something; where none of them is the article's, its first column as '', so that the error names it. */
function filledFields(
  cells: readonly string[],
  names: readonly string[],
  { fields: map = {} }: ReadOptions,
): Record<string, string> {
  const filled = cells.flatMap((cell, i) => (cell === '' ? [] : [[names[i]!, cell] as const]));
  const content = CONTENT.map((name) => map[name] ?? name).filter((name) => names.includes(name));
  const isMissing = !filled.some(([name]) => content.includes(name));
  return Object.fromEntries(isMissing && content[0] ? [[content[0], ''], ...filled] : filled);
}

function brokenQuote(line: string): InputError {
  const message = `expected a quote that closes the cell, found none: "${excerpt(line, 60)}"`;
  return new InputError('not-a-row', message);
}

function tooMany(found: number, expected: number): InputError {
  const message = `expected at most ${expected} cell${expected === 1 ? '' : 's'}, as many as the first row names, found ${found}: a cell with separators in it needs quotes`;
  return new InputError('not-a-row', message);
}

/** Cuts between records, counting them. */
async function cutTable(file: OpenableFile, size: number): Promise<readonly Split[]> {
  if (file.size === null || file.size < 2 * size) return [WHOLE];
  const { records } = await openTable(file);
  const splits: Split[] = [];
  let start = -1;
  let first = 1;
  let number = 0;
  for await (const { offset } of records) {
    number += 1;
    if (start < 0) start = offset;
    if (offset - start < size) continue;
    splits.push({ kind: 'bytes', start, end: offset, first });
    start = offset;
    first = number;
  }
  if (start < 0) return [WHOLE];
  splits.push({ kind: 'bytes', start, end: file.size, first });
  return splits;
}
