import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Skipped } from '../../readers/find/found.ts';
import { OTHER_JSON } from '../../readers/find/why-passed-over.ts';
import type { InputFile } from '../../readers/inputs.ts';
import { nameInputs } from './named-inputs.ts';

/** Where outputs go: a file, or a folder in which each input's output ends in `ending`. */
export type Outputs =
  | { readonly file: string }
  | { readonly root: string; readonly ending: string };

/**
 * The name of an input in whose place an output would be written, or of somebody's JSON that was passed over beside the
 * inputs, such as the article that is expected of one; `null` where there is none.
 */
export async function overwrittenInput(
  files: readonly InputFile[],
  passedOver: readonly Skipped[],
  outputs: Outputs,
): Promise<string | null> {
  const kept = new Map<string, string>();
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
  for (const { shown, reason } of passedOver) {
    if (reason === OTHER_JSON) kept.set(await placeOf(shown), shown);
  }
  for (const [i, file] of files.entries()) {
    if (typeof file.path !== 'string') continue;
    const out = 'file' in outputs ? only : join(outputs.root, named[i]!.name + outputs.ending);
    if (out === (await placeOf(file.path))) return file.shown;
    const other = out === null ? undefined : kept.get(out);
    if (other !== undefined) return other;
  }
  return null;
}
