import { readdir, realpath } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { FilePath } from '../bytes/read-bytes.ts';
import type { LeaveOut } from './left-out.ts';

/** A file below a folder. */
interface WalkedFile {
  readonly path: FilePath;
  /** Path relative to the folder, `/` between the parts. */
  readonly relative: string;
}

/** What is below a folder. */
export interface Walked {
  readonly files: readonly WalkedFile[];
  readonly failures: readonly { readonly relative: string; readonly error: unknown }[];
  /** What was left out by the rule, with the reason. */
  readonly skipped: readonly { readonly relative: string; readonly reason: string }[];
  /** Symbolic links, which are not followed. */
  readonly links: number;
}

const SEPARATOR = Buffer.from(sep);

/**
 * Everything below a folder that is neither folder nor link, sorted by the bytes of the path. Names that are no valid UTF-8 keep their bytes.
 *
 * @param leaveOut which files and folders are left out; default none
 * @param skip real path of a folder that is left out
 */
export async function walk(folder: string, leaveOut?: LeaveOut, skip?: string): Promise<Walked> {
  const files: WalkedFile[] = [];
  const skipped: { relative: string; reason: string }[] = [];
  const failures: { relative: string; error: unknown }[] = [];
  const pending: { path: FilePath; relative: string }[] = [{ path: folder, relative: '' }];
  let links = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const entries = await entriesOf(next.path, next.relative).catch((error: unknown) => {
      failures.push({ relative: next!.relative, error });
      return [];
    });
    for (const { path, relative, isLink, isFolder } of entries) {
      const reason = isLink ? null : (leaveOut?.below(relative, isFolder) ?? null);
      if (isLink) links += 1;
      else if (reason !== null) skipped.push({ relative, reason });
      else if (!isFolder) files.push({ path, relative });
      else if (!(await isSame(path, skip))) pending.push({ path, relative });
    }
  }
  return { files: sorted(files), failures, skipped: sorted(skipped), links };
}

function sorted<T extends { readonly relative: string }>(list: T[]): T[] {
  return list.sort((a, b) => byteOrder(a.relative, b.relative));
}

/** What lies directly in a folder. */
async function entriesOf(folder: FilePath, relative: string) {
  const entries = await readdir(folder, { withFileTypes: true, encoding: 'buffer' });
  return entries.map((entry) => {
    const name = pathText(entry.name);
    return {
      path: below(folder, entry.name),
      relative: relative === '' ? name : `${relative}/${name}`,
      isLink: entry.isSymbolicLink(),
      isFolder: entry.isDirectory(),
    };
  });
}

/** A path as text; bytes that are no UTF-8 become U+FFFD. */
function pathText(path: FilePath): string {
  return typeof path === 'string' ? path : path.toString('utf8');
}

/** Order by code units: the same everywhere, whatever the locale. */
export function byteOrder(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function isSame(path: FilePath, real: string | undefined): Promise<boolean> {
  if (real === undefined || basename(pathText(path)) !== basename(real)) return false;
  return (await realpath(path).catch(() => '')) === real;
}

/** Valid names become strings, which messages and other programs can use. */
function below(folder: FilePath, name: Buffer): FilePath {
  const text = name.toString('utf8');
  if (typeof folder === 'string' && Buffer.from(text).equals(name)) return join(folder, text);
  return Buffer.concat([Buffer.from(folder), SEPARATOR, name]);
}
