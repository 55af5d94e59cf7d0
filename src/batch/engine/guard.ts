import { createContext, Script } from 'node:vm';
import type { Guard } from '../work/desk.ts';
import { Interrupted, timedOut } from '../work/interrupted.ts';

/** Milliseconds in a second. */
const SECOND = 1000;
const RUN = new Script('run()');

/**
 * Limits what runs in the main thread: what takes too long is ended, Ctrl-C ends it, and a SIGTERM ends the process. After
 * that nobody knows in which state the article left what articles share.
 *
 * @param timeout seconds that an article may take; `null` for any
 */
export function createGuard(timeout: number | null): Guard {
  const held: { run?: () => unknown } = {};
  const context = createContext(held);
  const options = {
    breakOnSigint: true,
    ...(timeout === null ? {} : { timeout: Math.ceil(timeout * SECOND) }),
  };
  return <Result>(entry: number, run: () => Result): Result => {
    held.run = run;
    const restore = withoutListeners('SIGTERM');
    try {
      return RUN.runInContext(context, options) as Result;
    } catch (error) {
      throw translated(error, entry, timeout);
    } finally {
      restore();
    }
  };
}

function translated(error: unknown, entry: number, timeout: number | null): unknown {
  // It comes from another context, whose errors are none of this one's.
  const { code } = (error ?? {}) as { readonly code?: unknown };
  if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return timedOut(entry, timeout ?? 0);
  if (code !== 'ERR_SCRIPT_EXECUTION_INTERRUPTED') return error;
  process.emit('SIGINT');
  return new Interrupted('interrupted');
}

/** Lets a signal do what it does by default; gives what undoes that. */
function withoutListeners(signal: NodeJS.Signals): () => void {
  const listeners = process.rawListeners(signal) as NodeJS.SignalsListener[];
  for (const listener of listeners) process.removeListener(signal, listener);
  return () => {
    for (const listener of listeners) process.on(signal, listener);
  };
}
