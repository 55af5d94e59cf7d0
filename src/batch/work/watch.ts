/** What a lane's shared memory says: the entry that is being cleaned, whether to stop, articles and bytes done so far. */
const PLACES = { entry: 0, stop: 1, done: 2, failed: 3, kilobytes: 4 } as const;
/** Bytes that are counted as one: with 32 bits, up to 4 TB. */
const KILOBYTE = 1024;

/** A lane's shared memory: what a thread does now, as the main thread may look at it at any time. */
export interface Watch {
  readonly memory: Int32Array;
  /** Number of the entry that is being cleaned; 0 for none. */
  entry(): number;
  begin(entry: number): void;
  end(): void;
  /** Whether the thread is to end after the entry that it is at. */
  isStopped(): boolean;
  stop(): void;
  /** Counts an entry that is done. */
  count(bytes: number, failed: boolean): void;
  /** What was counted. */
  counted(): { readonly entries: number; readonly failed: number; readonly bytes: number };
}

/** Makes the view of a lane's memory; without one, the memory too. */
export function createWatch(
  memory: Int32Array = new Int32Array(
    new SharedArrayBuffer(Object.keys(PLACES).length * Int32Array.BYTES_PER_ELEMENT),
  ),
): Watch {
  let rest = 0;
  return {
    memory,
    entry: () => Atomics.load(memory, PLACES.entry),
    begin(entry) {
      Atomics.store(memory, PLACES.entry, entry);
    },
    end() {
      Atomics.store(memory, PLACES.entry, 0);
    },
    isStopped: () => Atomics.load(memory, PLACES.stop) === 1,
    stop() {
      Atomics.store(memory, PLACES.stop, 1);
    },
    count(bytes, failed) {
      Atomics.add(memory, PLACES.done, 1);
      if (failed) Atomics.add(memory, PLACES.failed, 1);
      rest += bytes;
      const whole = Math.floor(rest / KILOBYTE);
      rest -= whole * KILOBYTE;
      Atomics.add(memory, PLACES.kilobytes, whole);
    },
    counted: () => ({
      entries: Atomics.load(memory, PLACES.done),
      failed: Atomics.load(memory, PLACES.failed),
      bytes: Atomics.load(memory, PLACES.kilobytes) * KILOBYTE,
    }),
  };
}
