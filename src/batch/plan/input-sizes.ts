import { createHash } from 'node:crypto';
import { type Stats, statSync } from 'node:fs';
import type { FilePath } from '../../readers/bytes/read-bytes.ts';
import type { InputFile } from '../../readers/inputs.ts';

/** How much there is to be read, and a hash that another set of inputs does not have. */
export interface InputSizes {
  /** Bytes of all files; standard input is not known. */
  readonly bytes: number;
  /** SHA-256 over names, sizes and times of change, in the order of the inputs. */
  readonly hash: string;
}

/** Looks at all inputs, without opening them. */
export function sizesOf(files: readonly InputFile[]): InputSizes {
  const hash = createHash('sha256');
  let bytes = 0;
  for (const { path, shown } of files) {
    const stats = path === null ? undefined : statsOf(path);
    bytes += stats?.size ?? 0;
    hash.update(`${shown}\0${stats?.size}\0${stats?.mtimeMs}\n`);
  }
  return { bytes, hash: hash.digest('hex') };
}

/** What the file system says of a file; nothing of one that it does not show: whoever opens it says why. */
function statsOf(path: FilePath): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
