// Set by hand: together 12 MB of UTF-16 at most, so that a summary never holds a corpus.
/** Different lines that are held. */
const MOST = 20_000;
/** UTF-16 units kept of a line: enough to tell the lines of pages apart that recur. */
const LONGEST = 300;

/** Counts lines in bounded memory: when too many kinds are held, the rarest are forgotten. */
export class FrequentLines {
  readonly #counts = new Map<string, number>();

  /** Counts one line; of a long one only the beginning is kept. */
  add(line: string): void {
    const key = line.length > LONGEST ? line.slice(0, LONGEST) : line;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
    for (let floor = 1; this.#counts.size > MOST; floor++) this.#forget(floor);
  }

  /** The `n` most frequent lines that came more than once, ties in the order of the text. */
  top(n: number): { line: string; count: number }[] {
    return [...this.#counts]
      .map(([line, count]) => ({ line, count }))
      .filter(({ count }) => count > 1)
      .sort((a, b) => b.count - a.count || (a.line < b.line ? -1 : 1))
      .slice(0, n);
  }

  #forget(floor: number): void {
    for (const [line, count] of this.#counts) if (count <= floor) this.#counts.delete(line);
  }
}
