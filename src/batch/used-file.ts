import { stat } from 'node:fs/promises';
import { InputError } from '../contract/errors.ts';
import { systemCode, UsageError } from '../contract/run-errors.ts';
import { readWhole } from '../readers/bytes/read-bytes.ts';
import { printable } from '../text/printable.ts';

/** Whether there is nothing at a path. */
export async function isMissing(path: string): Promise<boolean> {
  try {
    await stat(path);
    return false;
  } catch (error) {
    return systemCode(error) === 'ENOENT';
  }
}

/**
 * The text of a file that an option names.
 *
 * @throws {UsageError} when it cannot be read
 */
export async function readUsed(path: string): Promise<string> {
  try {
    return Buffer.from(await readWhole(path)).toString('utf8');
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    throw new UsageError(`${printable(path)}: ${error.message}`);
  }
}
