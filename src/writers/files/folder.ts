import { lstat, mkdir, open, realpath, rename, rm, rmdir, stat } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { InputError } from '../../contract/errors.ts';
import { OutputError, reason, systemCode, UsageError } from '../../contract/run-errors.ts';
import { printable } from '../../text/printable.ts';
import { lock } from './lock.ts';

/** Folder inside an output folder for what a run keeps there for itself. */
export const STATE = '.copydesk';
/** Errors of the device rather than of one file: the whole run ends. */
const FATAL = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS', 'ENXIO']);

/** A file that is being written; nothing of it is seen under its name before `commit`. */
export interface OutputFile {
  write(chunk: string | Uint8Array): Promise<void>;
  /** Syncs the file to the disk and gives it its name. */
  commit(): Promise<void>;
  /** Throws away what was written. */
  discard(): Promise<void>;
}

/** A folder that only whole files get into, and nothing outside of it. */
export interface OutputFolder {
  /** Its real path. */
  readonly root: string;
  /** The path as it was given, for messages. */
  readonly shown: string;
  /** Begins a file. `name` is relative, with safe components and `/` between them. */
  create(name: string): Promise<OutputFile>;
  /** Writes a file whole. */
  write(name: string, content: string | Uint8Array): Promise<void>;
  /** Renames a file of this run; does nothing where it was never written. */
  move(from: string, to: string): Promise<void>;
  /** Takes the lock and what is left of temporary files away. */
  close(): Promise<void>;
}

/**
 * Opens an output folder, making it where it is missing, and locks it.
 *
 * @throws {UsageError} when it is no folder or another run is writing to it
 */
export async function openFolder(path: string): Promise<OutputFolder> {
  const root = await prepare(path);
  const state = join(root, STATE);
  const unlock = await lock(state, path);
  const checked = new Set<string>([root]);
  let count = 0;

  const failure = (name: string, error: unknown): Error => writeFailure(path, name, error);

  const create = async (name: string): Promise<OutputFile> => {
    count += 1;
    const temporary = join(state, `${process.pid}-${count}.tmp`);
    const final = join(root, ...name.split('/'));
    try {
      await makeFolders(root, dirname(final), checked);
      const handle = await open(temporary, 'wx');
      const undo = async (error: unknown): Promise<never> => {
        await handle.close().catch(() => undefined);
        await rm(temporary, { force: true });
        throw failure(name, error);
      };
      return {
        write: (chunk) => handle.writeFile(chunk).catch(undo),
        async commit() {
          try {
            await handle.sync();
            await handle.close();
            await rename(temporary, final);
          } catch (error) {
            await undo(error);
          }
        },
        async discard() {
          await handle.close().catch(() => undefined);
          await rm(temporary, { force: true });
        },
      };
    } catch (error) {
      throw failure(name, error);
    }
  };

  return {
    root,
    shown: path,
    create,
    async write(name, content) {
      const file = await create(name);
      await file.write(content);
      await file.commit();
    },
    async move(from, to) {
      try {
        await rename(join(root, ...from.split('/')), join(root, ...to.split('/')));
      } catch (error) {
        if (systemCode(error) !== 'ENOENT') throw failure(to, error);
      }
    },
    async close() {
      await unlock();
      await rmdir(state).catch(() => undefined);
    },
  };
}

/**
 * What is thrown where a file cannot be written: an `InputError` that concerns this file only, or an `OutputError`.
 *
 * @param folder how messages call the output folder
 */
export function writeFailure(folder: string, name: string, error: unknown): Error {
  if (error instanceof InputError || error instanceof OutputError) return error;
  const what = printable(join(folder, name));
  if (FATAL.has(systemCode(error))) {
    return new OutputError(`cannot write ${what}: ${reason(error)}`, { cause: error });
  }
  return new InputError('output-taken', `expected to write ${what}, but ${reason(error)}`, {
    cause: error,
  });
}

async function prepare(path: string): Promise<string> {
  try {
    await makeAll(path);
    return await realpath(path);
  } catch (error) {
    throw new UsageError(
      `expected -o to name a folder that can be written, but ${printable(path)}: ${reason(error)}`,
      { cause: error },
    );
  }
}

/** Like `mkdir` with `recursive`, which in Node 20 never ends below `/proc`. */
async function makeAll(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const parent = dirname(path);
    if (systemCode(error) === 'ENOENT' && parent !== path && !(await exists(parent))) {
      await makeAll(parent);
      await mkdir(path);
    } else if (!(await isFolder(path))) {
      throw error;
    }
  }
}

function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return (await exists(path)) && (await stat(path)).isDirectory();
}

/**
 * Makes the folders between `root` and `folder`; a link among them could lead out and is refused.
 *
 * @param checked folders that are known to be there
 */
export async function makeFolders(
  root: string,
  folder: string,
  checked: Set<string>,
): Promise<void> {
  if (checked.has(folder)) return;
  await makeFolders(root, dirname(folder), checked);
  try {
    await mkdir(folder);
  } catch (error) {
    if (systemCode(error) !== 'EEXIST') throw error;
    const stats = await lstat(folder);
    if (!stats.isDirectory()) {
      const found = stats.isSymbolicLink() ? 'a link' : 'a file';
      const shown = printable(folder.slice(root.length + sep.length));
      throw new InputError(
        'output-taken',
        `expected a folder at ${shown} in the output, found ${found}`,
      );
    }
  }
  checked.add(folder);
}
