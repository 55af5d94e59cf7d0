import { open, rename, rm } from 'node:fs/promises';
import { OutputError, reason } from '../../contract/run-errors.ts';
import { printable } from '../../text/printable.ts';

/**
 * Writes a file in one step: what stood there before stays until all of the new content is on the disk.
 *
 * @throws {OutputError} when it cannot be written
 */
export async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const handle = await open(temporary, 'w');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw new OutputError(`cannot write ${printable(path)}: ${reason(error)}`, { cause: error });
  }
}
