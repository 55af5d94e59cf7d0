import { posix } from 'node:path';
import { InputError } from '../contract/errors.ts';
import type { Source } from '../contract/input.ts';
import type { InputFile, InputKind } from '../readers/inputs.ts';
import { jsonRows } from '../readers/json-rows.ts';
import { type Line, splitLines } from '../readers/lines.ts';
import { readChunks, readHead, readStream, readWhole } from '../readers/read-bytes.ts';
import { isBlankLine, parseRow, rowId, rowSource } from '../readers/rows.ts';
import { HEAD_BYTES, peek, type RowsKind, rowsKind } from '../readers/sniff.ts';
import { nameFiles, RowNames } from '../writers/output-names.ts';
import { safePath } from '../writers/safe-names.ts';
import type { Item } from './outcome.ts';

/** How inputs are read. */
export interface ItemOptions {
  /** Overrules what the names of files tell; default `auto`. */
  readonly from: InputKind;
  /** Day of fetching for inputs that do not state one. */
  readonly fetched?: string | undefined;
  /** Whether each row is written to a file and so needs a name of its own. */
  readonly named: boolean;
  /** Every line is a row, blank ones too: for filters, which give back as many rows as they got. */
  readonly everyLine: boolean;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Asked before each item. */
  readonly stopped: () => boolean;
}

/** The items of the inputs, and the names that their outputs get. */
export interface Items {
  readonly items: AsyncIterable<Item>;
  readonly rows: RowNames;
  /** Output name of each input file, without the ending. */
  readonly fileNames: readonly string[];
}

/** Lists the items of input files, in order; rows are read as they are asked for. */
export function listItems(files: readonly InputFile[], options: ItemOptions): Items {
  const kinds = files.map((file) => (options.from === 'auto' ? file.kind : options.from));
  const named = nameFiles(
    files.map(({ relative, path, shown }) => ({
      relative,
      key: Buffer.isBuffer(path) ? path.toString('hex') : shown,
    })),
  );
  const rows = new RowNames(named.filter((_, i) => kinds[i] !== 'ndjson').map(({ name }) => name));

  async function* items(): AsyncGenerator<Item> {
    for (const [index, file] of files.entries()) {
      if (options.stopped()) return;
      const whole = { shown: file.shown, file: index, isRow: false, ...named[index]! };
      const opened = await open(file, kinds[index]!, options);
      if (opened.kind === 'ndjson') yield* rowItems(file, index, opened.chunks, rows, options);
      else yield { ...whole, load: () => fileSource(file, whole.id, opened, options) };
    }
  }
  return { items: items(), rows, fileNames: named.map(({ name }) => name) };
}

interface Opened {
  readonly kind: InputKind;
  readonly chunks: AsyncIterable<Uint8Array>;
}

async function open(file: InputFile, kind: InputKind, options: ItemOptions): Promise<Opened> {
  if (file.path !== null) {
    const chunks = readChunks(file.path);
    if (kind !== 'auto') return { kind, chunks };
    return asRows(rowsKind(await readHead(file.path, HEAD_BYTES)), chunks);
  }
  if (kind !== 'auto') return { kind, chunks: options.stdin };
  const { head, chunks } = await peek(options.stdin);
  return asRows(rowsKind(head), chunks);
}

/** What holds rows, whatever its name, is read as rows. */
function asRows(rows: RowsKind | null, chunks: AsyncIterable<Uint8Array>): Opened {
  if (rows === null) return { kind: 'auto', chunks };
  return { kind: 'ndjson', chunks: rows === 'json' ? jsonRows(chunks) : chunks };
}

async function fileSource(
  file: InputFile,
  id: string,
  opened: Opened,
  options: ItemOptions,
): Promise<Source> {
  return {
    content: file.path === null ? await readStream(opened.chunks) : await readWhole(file.path),
    format: opened.kind === 'ndjson' ? 'auto' : opened.kind,
    id,
    path: file.path === null ? undefined : file.shown,
    fetched: options.fetched,
  };
}

async function* rowItems(
  file: InputFile,
  index: number,
  chunks: AsyncIterable<Uint8Array>,
  rows: RowNames,
  options: ItemOptions,
): AsyncGenerator<Item> {
  const parent = posix.dirname(safePath(file.relative));
  const folder = parent === '.' ? '' : parent;
  const whole = { shown: file.shown, id: null, file: index, isRow: false, name: '' };
  let empty = !options.everyLine;
  try {
    for await (const line of splitLines(chunks)) {
      if (options.stopped()) return;
      if (!options.everyLine && isBlankLine(line)) continue;
      empty = false;
      yield rowItem(line, file, index, folder, rows, options);
    }
  } catch (error) {
    empty = false;
    // The file could not be opened, or not be read to its end.
    yield failed(whole, error);
  }
  if (empty) yield failed(whole, new InputError('empty', 'expected rows of NDJSON, found none'));
}

function rowItem(
  line: Line,
  file: InputFile,
  index: number,
  folder: string,
  names: RowNames,
  options: ItemOptions,
): Item {
  const record = line.number;
  const place = { shown: `${file.shown}, row ${record}`, file: index, isRow: true };
  try {
    const row = parseRow(line);
    const given = rowId(row);
    const id = given ?? `row-${record}`;
    const name = options.named ? names.claim(folder, id, line.bytes!) : '';
    const path = file.path === null ? undefined : file.shown;
    const from = { path, record, fetched: options.fetched };
    return { ...place, id: given, name, load: () => rowSource(row, id, from) };
  } catch (error) {
    return failed({ ...place, id: null, name: '' }, error);
  }
}

function failed(item: Omit<Item, 'load'>, error: unknown): Item {
  return {
    ...item,
    load() {
      throw error;
    },
  };
}
