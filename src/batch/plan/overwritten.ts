import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { InputFile } from '../../readers/inputs.ts';
import { nameInputs } from './named-inputs.ts';

/** Where outputs go: a file, or a folder in which each input's output ends in `ending`. */
export type Outputs =
  | { readonly file: string }
  | { readonly root: string; readonly ending: string };

/** An input in whose place an output would be written; `null` where there is none. */
export async function overwrittenInput(
  files: readonly InputFile[],
  outputs: Outputs,
): Promise<InputFile | null> {
  const folders = new Map<string, Promise<string>>();
  /** With links of its folder followed, each folder once; a link itself would be replaced, and not what it leads to. */
  const placeOf = async (path: string): Promise<string> => {
    const folder = dirname(path);
    const real = folders.get(folder) ?? realpath(folder).catch(() => folder);
    folders.set(folder, real);
    return join(await real, basename(path));
  };
  const named = 'file' in outputs ? [] : nameInputs(files);
  const only = 'file' in outputs ? await placeOf(outputs.file) : null;
  for (const [i, file] of files.entries()) {
    if (typeof file.path !== 'string') continue;
    const out = 'file' in outputs ? only : join(outputs.root, named[i]!.name + outputs.ending);
    if (out === (await placeOf(file.path))) return file;
  }
  return null;
}
