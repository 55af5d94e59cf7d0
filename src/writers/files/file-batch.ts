import { closeSync, fsync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import type { InputError } from '../../contract/errors.ts';
import { makeFolders, STATE, writeFailure } from './folder.ts';

const sync = promisify(fsync);

/** A file to be written whole. */
export interface NewFile {
  /** Relative to the folder, with safe components and `/` between them. */
  readonly name: string;
  readonly content: string | Uint8Array;
}

/**
 * Writes some files, synced, and only then under their names. Gives an error for each that cannot be written, `null` for the
 * others.
 *
 * @throws {OutputError} when the device fails
 */
export type FileBatch = (files: readonly NewFile[]) => Promise<(InputError | null)[]>;

/** A file on its way. */
interface Draft {
  readonly file: NewFile;
  readonly temporary: string;
  readonly final: string;
  descriptor: number | null;
  error: InputError | null;
}

/**
 * Makes what writes to a folder that is locked by this process.
 *
 * @param folder its real path, and how messages call it
 * @param first number of the first temporary file; no two writers of a process may use the same ones
 */
export function createFileBatch(
  { root, shown }: { readonly root: string; readonly shown: string },
  first: number,
): FileBatch {
  const checked = new Set<string>([root]);
  let count = first;

  return async (files) => {
    const drafts = files.map((file): Draft => {
      count += 1;
      const temporary = join(root, STATE, `${process.pid}-${count}.tmp`);
      const final = join(root, ...file.name.split('/'));
      return { file, temporary, final, descriptor: null, error: null };
    });
    const step = async (work: (draft: Draft) => Promise<unknown> | undefined): Promise<void> => {
      const done = drafts.map(async (draft) => {
        if (draft.error !== null) return;
        try {
          await work(draft);
        } catch (error) {
          remove(draft);
          const failure = writeFailure(shown, draft.file.name, error);
          if (failure.name !== 'InputError') throw failure;
          draft.error = failure as InputError;
        }
      });
      const failed = (await Promise.allSettled(done)).find(({ status }) => status === 'rejected');
      if (failed === undefined) return;
      drafts.forEach(remove);
      throw (failed as PromiseRejectedResult).reason;
    };
    // Small files are written faster one after another than by the threads that wait for the disk.
    await step(async (draft) => {
      await makeFolders(root, dirname(draft.final), checked);
      write(draft);
    });
    await step(({ descriptor }) => sync(descriptor!));
    await step((draft) => {
      close(draft);
      renameSync(draft.temporary, draft.final);
    });
    return drafts.map(({ error }) => error);
  };
}

function write(draft: Draft): void {
  const { content } = draft.file;
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  const descriptor = openSync(draft.temporary, 'wx');
  draft.descriptor = descriptor;
  for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
}

function close(draft: Draft): void {
  const { descriptor } = draft;
  draft.descriptor = null;
  if (descriptor !== null) closeSync(descriptor);
}

function remove(draft: Draft): void {
  close(draft);
  rmSync(draft.temporary, { force: true });
}
