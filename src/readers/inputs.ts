import type { Stats } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { InputError } from '../contract/errors.ts';
import { reason, systemCode } from '../contract/run-errors.ts';
import type { FilePath } from './bytes/read-bytes.ts';
import { readFolder } from './find/folder.ts';
import type { Found, InputFailure, InputFile, Inputs, Skipped } from './find/found.ts';
import { readGlob } from './find/glob.ts';
import { createLeaveOut, type LeaveOut, type LeaveOutOptions } from './find/left-out.ts';
import { type InputKind, kindOf } from './kinds.ts';

export type { InputFile, Inputs } from './find/found.ts';
export { isReadOnce } from './find/found.ts';

/** Which files count. */
export interface FindOptions extends LeaveOutOptions {
  /** A folder that is left out when it lies inside an input folder, such as the output folder. */
  readonly skip?: string | undefined;
  /** What the inputs are; default `auto`, which takes from folders only what is told to be an input. */
  readonly from?: InputKind | undefined;
}

/** What the system says of a path that may be there. */
const DENIED = new Set(['EACCES', 'EPERM', 'EIO']);
// Names of standard input where it is a file.
const STDIN = new Set(['-', '/dev/stdin', '/dev/fd/0', '/proc/self/fd/0']);

/**
 * Finds the files that arguments name: files, folders (with all below them), globs and `-`. A file that several arguments
 * name is taken once. Of files in folders the start is read where their name does not tell what they are.
 */
export async function findInputs(
  args: readonly string[],
  options: FindOptions = {},
): Promise<Inputs> {
  const files: InputFile[] = [];
  const failures: InputFailure[] = [];
  const skipped: Skipped[] = [];
  const seen = new Set<string>();
  let links = 0;
  const { skip, from = 'auto' } = options;
  const leaveOut = await createLeaveOut(options);
  const out = skip === undefined ? undefined : await realpath(skip).catch(() => resolve(skip));

  for (const arg of args) {
    const found = await find(arg);
    for (const file of found.files) {
      const key = file.path === null ? '-' : identity(file.path);
      if (!seen.has(key)) files.push(file);
      seen.add(key);
    }
    failures.push(...found.failures);
    skipped.push(...found.skipped);
    links += found.links ?? 0;
  }
  return { files, failures, skipped, links };

  async function find(arg: string): Promise<Found> {
    if (STDIN.has(arg)) return only(STDIN_FILE);
    const stats = await statOf(arg);
    if (stats === null) return readGlob(arg, options.hidden ?? false, leaveOut);
    if (stats instanceof Error) return denied(arg, stats);
    if (stats.isDirectory()) return readFolder(arg, { leaveOut, skip: out, from });
    return named(arg, stats, leaveOut);
  }
}

const STDIN_FILE: InputFile = {
  path: null,
  shown: 'standard input',
  root: null,
  relative: 'stdin',
  kind: 'auto',
  isPipe: false,
};

/** A file that is named is taken, whatever it is called, unless a pattern excludes it. */
function named(path: string, stats: Stats, leaveOut: LeaveOut): Found {
  const relative = basename(path);
  const reason = leaveOut.named(relative);
  if (reason !== null) return { files: [], failures: [], skipped: [{ shown: path, reason }] };
  const isPipe = stats.isFIFO();
  return only({ path, shown: path, root: dirname(path), relative, kind: kindOf(path), isPipe });
}

/** A file in a folder that may not be entered: whether it is there cannot be told. */
function denied(shown: string, error: Error): Found {
  const message = `expected a file or folder that can be read: ${reason(error)}`;
  return {
    files: [],
    failures: [{ shown, error: new InputError('unreadable', message) }],
    skipped: [],
  };
}

function only(file: InputFile): Found {
  return { files: [file], failures: [], skipped: [] };
}

/** What an argument names; the error where that may not be seen; `null` where it names nothing. */
async function statOf(path: string): Promise<Stats | Error | null> {
  try {
    return await stat(path);
  } catch {
    // A broken link is still an input that cannot be read.
    return await lstat(path).catch((error: Error) =>
      DENIED.has(systemCode(error)) ? error : null,
    );
  }
}

function identity(path: FilePath): string {
  return typeof path === 'string' ? resolve(path) : `bytes ${path.toString('hex')}`;
}
