import { posix } from 'node:path';
import type { FieldMap } from '../readers/fields.ts';
import type { InputFile } from '../readers/inputs.ts';
import { holdsRows, type InputKind } from '../readers/kinds.ts';
import { createNotes, type Notes } from '../readers/notes.ts';
import { openInput } from '../readers/open-input.ts';
import { type Entry, WHOLE } from '../readers/reader.ts';
import { readerOf } from '../readers/readers.ts';
import { nameFiles, RowNames } from '../writers/output-names.ts';
import { safePath } from '../writers/safe-names.ts';
import type { Item } from './outcome.ts';

/** How inputs are read. */
export interface ItemOptions {
  /** Overrules what content and names of files tell; default `auto`. */
  readonly from: InputKind;
  /** Day of fetching for inputs that do not state one. */
  readonly fetched?: string | undefined;
  /** Whether each row is written to a file and so needs a name of its own. */
  readonly named: boolean;
  /** Every line is a row, blank ones too: for filters, which give back as many rows as they got. */
  readonly everyLine: boolean;
  /** Names of fields in rows that go by other names. */
  readonly fields?: FieldMap | undefined;
  readonly stdin: AsyncIterable<Uint8Array>;
  /** Asked before each item. */
  readonly stopped: () => boolean;
}

/** The items of the inputs, and the names that their outputs get. */
export interface Items {
  readonly items: AsyncIterable<Item>;
  readonly rows: RowNames;
  /** What readers said besides, so far. */
  readonly notes: Notes;
  /** Output name of each input file, without the ending. */
  readonly fileNames: readonly string[];
}

/** Lists the items of input files, in order; rows are read as they are asked for. */
export function listItems(files: readonly InputFile[], options: ItemOptions): Items {
  const { from, stdin, stopped } = options;
  const notes = createNotes();
  const named = nameFiles(
    files.map(({ relative, path, shown }) => ({
      relative,
      key: Buffer.isBuffer(path) ? path.toString('hex') : shown,
    })),
  );
  const single = files.map(({ kind }) => !holdsRows(from === 'auto' ? kind : from));
  const rows = new RowNames(named.filter((_, i) => single[i]).map(({ name }) => name));

  async function* items(): AsyncGenerator<Item> {
    for (const [index, file] of files.entries()) {
      if (stopped()) return;
      const whole = named[index]!;
      const folder = folderOf(file);
      const opened = await openInput(file, from, stdin);
      const reader = await readerOf(opened.kind);
      for await (const entry of reader.read(opened, WHOLE, { ...options, id: whole.id, notes })) {
        if (stopped()) return;
        const { id, name } =
          entry.record === null ? whole : { id: entry.id, name: nameOf(entry, folder) };
        const { shown, record } = entry;
        const isRow = record !== null;
        const place = { path: file.path === null ? null : file.shown, record };
        yield { shown, id, file: index, isRow, place, name, load: () => entry.load() };
      }
    }
  }

  const nameOf = ({ id, record, key }: Entry, folder: string): string =>
    options.named && key !== null ? rows.claim(folder, id ?? `row-${record}`, key) : '';
  return { items: items(), rows, notes, fileNames: named.map(({ name }) => name) };
}

/** The folder of the output in which a file's rows are written; '' for the output folder itself. */
function folderOf(file: InputFile): string {
  const parent = posix.dirname(safePath(file.relative));
  return parent === '.' ? '' : parent;
}
