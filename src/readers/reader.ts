import type { Source } from '../contract/input.ts';
import type { FilePath } from './bytes/read-bytes.ts';
import type { InputKind } from './kinds.ts';
import type { ReadNotes } from './notes.ts';
import type { FieldMap } from './rows/fields.ts';
import type { Compression } from './unpack/compression.ts';
import type { WideCharset } from './unpack/utf16.ts';

/**
 * What is known of an input once it was looked at: plain data, which a thread can be given (`openableFile` makes a file of
 * it that can be read).
 */
export interface FileFacts {
  /** `null` for standard input. */
  readonly path: FilePath | null;
  /** How messages call it. */
  readonly shown: string;
  readonly kind: InputKind;
  readonly compression: Compression;
  /** Charset of rows that are no UTF-8. */
  readonly charset: WideCharset | null;
  /** Bytes of the file as it stands; 0 for a stream. */
  readonly bytes: number;
  /** Bytes of what it holds; `null` where they are not known, and it cannot be read from the middle. */
  readonly size: number | null;
}

/** An input that can be read, from any place where its size is known. */
export interface OpenableFile extends FileFacts {
  /**
   * What it holds, uncompressed, of rows as UTF-8: from byte `start` (default 0) to `end` (exclusive, default its end), which
   * may be given where `size` is known.
   *
   * @throws {InputError} when it is read and cannot be
   */
  chunks(start?: number, end?: number): AsyncIterable<Uint8Array>;
  /** The bytes as they stand in the file. @throws {InputError} when they are read and cannot be */
  raw(start?: number, end?: number): AsyncIterable<Uint8Array>;
  /** What it holds, at once. @throws {InputError} when it is too large or cannot be read */
  whole(): Promise<Uint8Array>;
}

/** A stretch of an input that can be read by itself: plain data. */
export type Split =
  | { readonly kind: 'whole' }
  /** Whole rows or records in the bytes from `start` to `end`; `first` is the 1-based number of the first one. */
  | {
      readonly kind: 'bytes';
      readonly start: number;
      readonly end: number;
      readonly first: number;
    }
  /** Row groups from `start` to `end`, counted from 0; `first` is the 1-based number of the first row in them. */
  | {
      readonly kind: 'groups';
      readonly start: number;
      readonly end: number;
      readonly first: number;
    };

/** The split of what is not cut. */
export const WHOLE: Split = { kind: 'whole' };

/** One article to be, before it has a name. */
export interface Entry {
  /** 1-based number of the row or record in its file; `null` where the entry is the file itself. */
  readonly record: number | null;
  /** The id that the row states; `null` where it states none. */
  readonly id: string | null;
  /** How messages call it: `a.ndjson, row 3`. */
  readonly shown: string;
  /** What tells the row from another one of the same id, for its digest; `null` where no article can come of it. */
  readonly key: Uint8Array | string | null;
  /** @throws {InputError} when it cannot be read */
  load(): Source | Promise<Source>;
}

/** What readers are told. */
export interface ReadOptions {
  /** Id of an article that is all of its file; a row without an id is called `row-N` by its number. */
  readonly id: string;
  /** Day of fetching for inputs that do not state one. */
  readonly fetched?: string | undefined;
  /** Every line is a row, blank ones too: for filters, which give back as many rows as they got. */
  readonly everyLine: boolean;
  /** Names of fields in rows that go by other names. */
  readonly fields?: FieldMap | undefined;
  readonly notes: ReadNotes;
}

/** Reads the inputs of some kinds. */
export interface Reader {
  /** Cuts a file into splits of about `size` bytes, the same for the same bytes; one whole split where it cannot be cut. */
  split(file: OpenableFile, size: number): Promise<readonly Split[]>;
  /** The entries of a split, in order; what cannot be read is an entry whose `load` throws, and nothing else throws. */
  read(file: OpenableFile, split: Split, options: ReadOptions): AsyncIterable<Entry>;
}

/** An entry that fails. */
export function failedEntry(entry: Omit<Entry, 'load' | 'key'>, error: unknown): Entry {
  return {
    ...entry,
    key: null,
    load() {
      throw error;
    },
  };
}
