import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { OutputError, reason, systemCode, UsageError } from '../../contract/run-errors.ts';
import { printable } from '../../text/printable.ts';

/**
 * Locks a file for this process, by another one beside it; a lock that a dead process left is taken over.
 *
 * @returns what takes the lock away
 * @throws {UsageError} when another run holds it
 */
export function lockFile(path: string): () => void {
  const lock = `${path}.lock`;
  for (;;) {
    try {
      writeFileSync(lock, `${process.pid}\n`, { flag: 'wx' });
      return () => rmSync(lock, { force: true });
    } catch (error) {
      if (systemCode(error) !== 'EEXIST') {
        throw new OutputError(`cannot write ${printable(lock)}: ${reason(error)}`, {
          cause: error,
        });
      }
    }
    const holder = Number.parseInt(readFileSync(lock, 'utf8'), 10);
    if (holder > 0 && isAlive(holder)) {
      throw new UsageError(
        `another run (process ${holder}) has ${printable(path)} open; wait for it, or take another index`,
      );
    }
    rmSync(lock, { force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === 'EPERM';
  }
}
