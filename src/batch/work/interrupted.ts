import type { Lost } from '../plan/shard.ts';

/** The user asked for the run to end while an article was being cleaned. */
export class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

/** An entry could not be done: whoever worked at it had to be ended. */
export class LostEntry extends Error {
  override readonly name = 'LostEntry';
  readonly lost: Lost;

  constructor(lost: Lost) {
    super(lost.message);
    this.lost = lost;
  }
}

/** What is recorded for an article that took longer than it may. */
export function timedOut(entry: number, seconds: number): LostEntry {
  return new LostEntry({
    entry,
    code: 'timeout',
    message: `expected to be done within ${seconds} s (--timeout), was not`,
  });
}
