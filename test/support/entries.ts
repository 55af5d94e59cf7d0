import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../src/contract/errors.ts';
import type { Source } from '../../src/contract/input.ts';
import { type InputKind, kindOf } from '../../src/readers/kinds.ts';
import { createNotes } from '../../src/readers/notes.ts';
import { openInput } from '../../src/readers/open-input.ts';
import {
  type Entry,
  type OpenableFile,
  type ReadOptions,
  type Split,
  WHOLE,
} from '../../src/readers/reader.ts';
import { readerOf } from '../../src/readers/readers.ts';
import { folder } from '../cli/bin.ts';

/** An entry with what its load gives, or the code and message of what it throws. */
export type Loaded = Omit<Entry, 'load'> & {
  readonly source?: Source;
  readonly error?: string;
  readonly message?: string;
};

/** Opens bytes as a file of that name. */
export function opened(
  name: string,
  content: string | Uint8Array,
  from: InputKind = 'auto',
): Promise<OpenableFile> {
  const path = join(folder(), name);
  writeFileSync(path, content);
  const file = { path, shown: name, root: null, relative: name, kind: kindOf(name), isPipe: false };
  return openInput(file, from, (async function* () {})());
}

/** Loads all entries of a file. */
export async function entriesOf(
  file: OpenableFile,
  options: Partial<ReadOptions> = {},
  split: Split = WHOLE,
): Promise<Loaded[]> {
  const reader = await readerOf(file.kind);
  const given = { id: 'file', everyLine: false, notes: createNotes(), ...options };
  const found: Loaded[] = [];
  for await (const { load, ...entry } of reader.read(file, split, given)) {
    try {
      found.push({ ...entry, source: await load() });
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      found.push({ ...entry, error: error.code, message: error.message });
    }
  }
  return found;
}

/** The text that an entry's source has as its content. */
export function contentOf({ source }: Loaded): string {
  return Buffer.from(source?.content ?? '').toString();
}
