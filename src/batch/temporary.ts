import { closeSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OutputError, reason } from '../contract/run-errors.ts';

/** A file without a name: it is gone as soon as it is closed, or the process ends. */
export interface TemporaryFile {
  readonly descriptor: number;
  close(): void;
}

/**
 * Opens a temporary file for reading and writing, in the folder that `TMPDIR` names.
 *
 * @throws {OutputError} when there is no room for one
 */
export function openTemporary(): TemporaryFile {
  try {
    const folder = mkdtempSync(join(tmpdir(), 'copydesk-'));
    const descriptor = openSync(join(folder, 'spool'), 'wx+', 0o600);
    // The file lives on until it is closed.
    rmSync(folder, { recursive: true, force: true });
    return { descriptor, close: () => closeSync(descriptor) };
  } catch (error) {
    throw spoolError(error);
  }
}

/** What is said when a temporary file cannot be written or read. */
export function spoolError(error: unknown): OutputError {
  return new OutputError(
    `cannot spool to ${tmpdir()}: ${reason(error)}; set TMPDIR to a folder with room`,
    {
      cause: error,
    },
  );
}
