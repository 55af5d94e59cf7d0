import { lstat, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OutputError, reason, systemCode, UsageError } from '../../contract/run-errors.ts';
import { printable } from '../../text/printable.ts';

const NAME = 'lock';
const TEMPORARY = /^(?:\d+-\d+|report\.json\.\d+)\.tmp$/;

/**
 * Makes the folder `state` and locks it for this process. Locks and temporary files of runs that died
 * are taken away.
 *
 * @param shown how messages call the output folder
 * @returns what takes the lock away again
 * @throws {UsageError} when another run holds it
 */
export async function lock(state: string, shown: string): Promise<() => Promise<void>> {
  const file = join(state, NAME);
  try {
    await makeState(state, shown);
    if (!(await acquire(file))) {
      const holder = await holderOf(file);
      if (holder !== null) {
        throw new UsageError(
          `another run (process ${holder}) is writing to ${printable(shown)}; wait for it, or choose another folder`,
        );
      }
      await rm(file, { force: true });
      if (!(await acquire(file)))
        throw new UsageError(`another run has just begun in ${printable(shown)}`);
    }
    await sweep(state);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new OutputError(`cannot write to ${printable(shown)}: ${reason(error)}`, {
      cause: error,
    });
  }
  return async () => {
    await sweep(state);
    await rm(file, { force: true });
  };
}

async function makeState(state: string, shown: string): Promise<void> {
  await mkdir(state).catch((error: unknown) => {
    if (systemCode(error) !== 'EEXIST') throw error;
  });
  if ((await lstat(state)).isDirectory()) return;
  throw new UsageError(
    `expected ${printable(join(shown, '.copydesk'))} to be a folder, found something else`,
  );
}

async function acquire(file: string): Promise<boolean> {
  try {
    await writeFile(file, `${process.pid}\n`, { flag: 'wx' });
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** The living process that holds the lock; `null` when it died. */
async function holderOf(file: string): Promise<number | null> {
  const pid = Number.parseInt(await readFile(file, 'utf8'), 10);
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return null;
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return systemCode(error) === 'EPERM' ? pid : null;
  }
}

async function sweep(state: string): Promise<void> {
  for (const name of await readdir(state)) {
    if (TEMPORARY.test(name)) await rm(join(state, name), { force: true });
  }
}
