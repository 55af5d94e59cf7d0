import type { Stats } from 'node:fs';
import { lstat, realpath, stat } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { InputError } from '../contract/errors.ts';
import { reason } from '../contract/run-errors.ts';
import { byteOrder, walk } from './find/walk.ts';
import { ENDINGS, type InputKind, kindOf } from './kinds.ts';
import type { FilePath } from './read-bytes.ts';

/** A file to be read, or standard input (`path` is `null`). */
export interface InputFile {
  readonly path: FilePath | null;
  /** The path as it was given, for messages and `source.path`. */
  readonly shown: string;
  /** Path relative to the input folder, `/` between the parts. */
  readonly relative: string;
  /** What its name tells. */
  readonly kind: InputKind;
}

/** An argument or a file that cannot be an input. */
interface InputFailure {
  readonly shown: string;
  readonly error: InputError;
}

/** What the arguments of a command stand for. */
export interface Inputs {
  readonly files: readonly InputFile[];
  readonly failures: readonly InputFailure[];
  /** Links in folders that were not followed. */
  readonly links: number;
}

const GLOB_PART = /[*?[\]{}()!]/;

/**
 * Finds the files that arguments name: files, folders (with all below them), globs and `-`. A file that
 * several arguments name is taken once. Nothing is read but folders.
 *
 * @param skip a folder that is left out when it lies inside an input folder, such as the output folder
 */
export async function findInputs(args: readonly string[], skip?: string): Promise<Inputs> {
  const files: InputFile[] = [];
  const failures: InputFailure[] = [];
  const seen = new Set<string>();
  let links = 0;
  const add = (file: InputFile): void => {
    const key = file.path === null ? '-' : identity(file.path);
    if (seen.has(key)) return;
    seen.add(key);
    files.push(file);
  };
  const skipped = skip === undefined ? undefined : await realpath(skip).catch(() => resolve(skip));

  for (const arg of args) {
    if (arg === '-') {
      add({ path: null, shown: 'standard input', relative: 'stdin', kind: 'auto' });
      continue;
    }
    const stats = await statOf(arg);
    if (stats?.isDirectory()) {
      const found = await fromFolder(arg, skipped);
      found.files.forEach(add);
      failures.push(...found.failures);
      links += found.links;
    } else if (stats !== null) {
      add({ path: arg, shown: arg, relative: basename(arg), kind: kindOf(arg) });
    } else {
      const found = await fromGlob(arg);
      if (found instanceof InputError) failures.push({ shown: arg, error: found });
      else found.forEach(add);
    }
  }
  return { files, failures, links };
}

async function fromFolder(folder: string, skip: string | undefined): Promise<Inputs> {
  const files: InputFile[] = [];
  const walked = await walk(folder, skip);
  for (const { path, relative } of walked.files) {
    if (!ENDINGS.includes(extname(relative).toLowerCase())) continue;
    files.push({ path, shown: join(folder, relative), relative, kind: kindOf(relative) });
  }
  const failures = walked.failures.map(({ relative, error }) => ({
    shown: join(folder, relative),
    error: new InputError('unreadable', `expected a folder that can be read: ${reason(error)}`),
  }));
  if (files.length === 0 && failures.length === 0) {
    const message = `expected a folder with files ending in ${ENDINGS.join(', ')}, found none`;
    failures.push({ shown: folder, error: new InputError('no-input', message) });
  }
  return { files, failures, links: walked.links };
}

async function fromGlob(pattern: string): Promise<InputFile[] | InputError> {
  const { glob, isDynamicPattern } = await import('tinyglobby');
  if (!isDynamicPattern(pattern)) {
    return new InputError('unreadable', 'expected a file or folder, found nothing of that name');
  }
  const base = staticPart(pattern);
  const names = await glob(pattern, {
    expandDirectories: false,
    followSymbolicLinks: false,
    absolute: true,
  });
  if (names.length === 0) {
    return new InputError('no-input', 'expected a pattern that matches files, found no match');
  }
  const root = resolve(base);
  return names.sort(byteOrder).map((path) => {
    const relative = path.startsWith(`${root}/`) ? path.slice(root.length + 1) : basename(path);
    return { path, shown: join(base, relative), relative, kind: kindOf(path) };
  });
}

/** The folders of a pattern before its first wildcard. */
function staticPart(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex((part) => GLOB_PART.test(part));
  return first < 0
    ? dirname(pattern)
    : parts.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.');
}

async function statOf(path: string): Promise<Stats | null> {
  try {
    return await stat(path);
  } catch {
    // A broken link, or a folder that may not be entered, is still an input that cannot be read.
    return await lstat(path).catch(() => null);
  }
}

function identity(path: FilePath): string {
  return typeof path === 'string' ? resolve(path) : `bytes ${path.toString('hex')}`;
}
