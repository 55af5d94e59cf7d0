// Measured with bench/batch.mjs: pages and plain texts, Node 20, two cores.
/** Bytes under which a run is done before a thread has loaded what it needs, 2 MB. */
const SHORT = 2 * 1024 * 1024;
/** Bytes that pay for one more thread, 24 MB: each compiles everything anew. */
const PER_THREAD = 24 * 1024 * 1024;

/** How many threads work at a run of so many bytes; 0: the main thread does it all. */
export type LanesFor = (bytes: number) => number;

/**
 * How many threads there are to be.
 *
 * @param asked what `--workers` says; `undefined` where it does not
 * @param cores how many threads can run at once
 */
export function lanesFor(asked: number | undefined, cores: number): LanesFor {
  if (asked !== undefined && asked > 1) return () => asked;
  const most = asked ?? cores;
  return (bytes) =>
    bytes < SHORT ? 0 : Math.min(most, Math.max(1, Math.floor(bytes / PER_THREAD)));
}
