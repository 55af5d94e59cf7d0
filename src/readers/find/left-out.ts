import { posix } from 'node:path';
import type { Ignore } from 'ignore';

/** Which files and folders below an input folder are left out. */
export interface LeaveOutOptions {
  /** Takes hidden files and folders, and those of packages; default false. */
  readonly hidden?: boolean | undefined;
  /** Patterns as in a .gitignore; default none. */
  readonly exclude?: readonly string[] | undefined;
}

/** Says why a path is left out; `null` for one that is not. */
export interface LeaveOut {
  /** A file or folder below an input folder, by its path from there. */
  below(relative: string, isFolder: boolean): string | null;
  /** A file that an argument names. */
  named(relative: string): string | null;
}

/** Folders of other people's files. */
const PACKAGES = 'node_modules';

/** Makes the rule by which files and folders are left out. */
export async function createLeaveOut({
  hidden = false,
  exclude = [],
}: LeaveOutOptions): Promise<LeaveOut> {
  const ignored = exclude.length === 0 ? null : await patterns(exclude);
  const excluded = (path: string): string | null =>
    ignored?.ignores(path) ? 'excluded by a pattern' : null;
  const below = (relative: string, isFolder: boolean): string | null => {
    const name = posix.basename(relative);
    if (!hidden && name.startsWith('.')) return isFolder ? 'a hidden folder' : 'a hidden file';
    if (!hidden && isFolder && name === PACKAGES) return 'a folder of packages';
    return excluded(isFolder ? `${relative}/` : relative);
  };
  return { below, named: excluded };
}

async function patterns(exclude: readonly string[]): Promise<Ignore> {
  const { default: ignore } = await import('ignore');
  return ignore({ allowRelativePaths: true }).add(exclude);
}
