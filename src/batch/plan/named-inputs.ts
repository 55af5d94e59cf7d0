import { posix } from 'node:path';
import type { InputFile } from '../../readers/inputs.ts';
import { nameFiles } from '../../writers/files/output-names.ts';

/** An input, and what its output is called. */
export interface NamedInput {
  readonly file: InputFile;
  /** Id of the article where the input is one. */
  readonly id: string;
  /** Name of the output, without the ending. */
  readonly name: string;
  /** Folder of the output in which its rows are written; `''` for the output folder itself. */
  readonly folder: string;
}

/** Names the outputs of inputs, never two alike, whatever the order of the inputs. */
export function nameInputs(files: readonly InputFile[]): NamedInput[] {
  const names = nameFiles(
    files.map(({ relative, root, path, shown }) => ({
      relative,
      root,
      key: Buffer.isBuffer(path) ? path.toString('hex') : shown,
    })),
  );
  return files.map((file, i) => {
    const parent = posix.dirname(names[i]!.name);
    return { file, ...names[i]!, folder: parent === '.' ? '' : parent };
  });
}
