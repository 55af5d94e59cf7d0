import { stat } from 'node:fs/promises';
import { systemCode } from '../contract/run-errors.ts';

/** Whether there is nothing at a path. */
export async function isMissing(path: string): Promise<boolean> {
  try {
    await stat(path);
    return false;
  } catch (error) {
    return systemCode(error) === 'ENOENT';
  }
}
