/** Of each kind, what Spark or a shell says when a job ends, the most telling first. */
const TELLING: readonly RegExp[] = [
  // The status of a filter, or of what was to be one, and what it said.
  /Subprocess exited with status \d+\. Error: .+/,
  /java\.lang\.OutOfMemoryError.*/,
  // The output is there already; of all that a job meets, Spark has no class for this one.
  /CREATE-TABLE-AS-SELECT cannot create table .+/,
  // Spark's own classes of errors, such as [FAILED_READ_FILE.NO_HINT].
  /\[[A-Z][A-Z0-9_]+(?:\.[A-Z0-9_]+)*\] .+/,
];
/** Lines that stand in for what they wrap, which is said as well, or that other tasks say when a job is ended. */
const WRAPS = /^\[(?:FAILED_EXECUTE_UDF|INTERNAL_ERROR\w*)\]|Job aborted due to stage failure/;

/** Finds out, of all that Spark says, why a job ended. */
export interface Reasons {
  /** @param line of what it said */
  readonly read: (line: string) => void;
  /** The most telling reason, as it was said last; `null` where there was none. */
  readonly told: () => string | null;
}

/** Nothing is known yet. */
export function createReasons(): Reasons {
  const found: (string | undefined)[] = [];
  return {
    read(line) {
      for (const [i, pattern] of TELLING.entries()) {
        const said = pattern.exec(line)?.[0].trim();
        if (said !== undefined && !WRAPS.test(said)) found[i] = said;
      }
    },
    told: () => found.find((said) => said !== undefined) ?? null,
  };
}

const NO_MEMORY = /^java\.lang\.OutOfMemoryError/;

/** What to do about a reason, in words that follow it; empty where it says so itself. */
export function adviceOn(reason: string): string {
  if (!NO_MEMORY.test(reason)) return '';
  return ' (a row needs some six times its bytes of a task: give more by --conf spark.executor.memory=4g, with a local master spark.driver.memory, or shorten the longest rows)';
}
