import { UsageError } from '../../contract/run-errors.ts';
import { printable } from '../../text/printable.ts';
import { asInputError, readStream, readWhole } from '../bytes/read-bytes.ts';

const LINE_END = /\r?\n/;

/**
 * The paths that a file lists, one a line, or parted by NUL where it holds one.
 *
 * @param path of the list; `-` for standard input
 * @throws {UsageError} when it cannot be read
 */
export async function readFileList(
  path: string,
  stdin: AsyncIterable<Uint8Array>,
): Promise<string[]> {
  try {
    const bytes = path === '-' ? await readStream(stdin) : await readWhole(path);
    const text = Buffer.from(bytes).toString('utf8');
    const paths = text.includes('\0') ? text.split('\0') : text.split(LINE_END);
    return paths.filter((one) => one !== '');
  } catch (error) {
    const { message } = asInputError(error);
    throw new UsageError(
      `expected --files-from to name a list of files, but ${printable(path)}: ${message}`,
    );
  }
}
