import { readdir, realpath } from 'node:fs/promises';
import { basename, join, sep } from 'node:path';
import type { FilePath } from '../read-bytes.ts';

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
  /** Symbolic links, which are not followed. */
  readonly links: number;
}

const SEPARATOR = Buffer.from(sep);

/**
 * Everything below a folder that is neither folder nor link, sorted by the bytes of the path. Names that
 * are no valid UTF-8 keep their bytes.
 *
 * @param skip real path of a folder that is left out
 */
export async function walk(folder: string, skip?: string): Promise<Walked> {
  const files: WalkedFile[] = [];
  const failures: { relative: string; error: unknown }[] = [];
  const pending: { path: FilePath; relative: string }[] = [{ path: folder, relative: '' }];
  let links = 0;
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    let entries: Awaited<ReturnType<typeof readEntries>>;
    try {
      entries = await readEntries(next.path);
    } catch (error) {
      failures.push({ relative: next.relative, error });
      continue;
    }
    for (const entry of entries) {
      const path = below(next.path, entry.name);
      const name = pathText(entry.name);
      const relative = next.relative === '' ? name : `${next.relative}/${name}`;
      if (entry.isSymbolicLink()) links += 1;
      else if (!entry.isDirectory()) files.push({ path, relative });
      else if (!(await isSame(path, skip))) pending.push({ path, relative });
    }
  }
  return { files: files.sort((a, b) => byteOrder(a.relative, b.relative)), failures, links };
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

function readEntries(path: FilePath) {
  return readdir(path, { withFileTypes: true, encoding: 'buffer' });
}

/** Valid names become strings, which messages and other programs can use. */
function below(folder: FilePath, name: Buffer): FilePath {
  const text = name.toString('utf8');
  if (typeof folder === 'string' && Buffer.from(text).equals(name)) return join(folder, text);
  return Buffer.concat([Buffer.from(folder), SEPARATOR, name]);
}
