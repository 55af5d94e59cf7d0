import { runInNewContext } from 'node:vm';

/** Milliseconds after which something has not been slow but hangs: what is tested with it takes a few. */
const DEADLINE = 20_000;

/**
 * Runs a function and stops it, also inside a regular expression, when it does not end; a test that hangs could not fail.
 *
 * @throws {Error} with the code `ERR_SCRIPT_EXECUTION_TIMEOUT` when it was stopped
 */
export function endsInTime<Result>(run: () => Result): Result {
  return runInNewContext('run()', { run }, { timeout: DEADLINE }) as Result;
}
