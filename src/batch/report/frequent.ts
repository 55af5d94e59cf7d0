// Set by hand: together 12 MB of UTF-16 at most, so that a run's tally never holds a corpus.
/** Different lines that are held. */
const MOST = 20_000;
/** UTF-16 units kept of a line: enough to tell the lines of pages apart that recur. */
const LONGEST = 300;

/** A line that was removed, how often, under which label, and where it stood first. */
export interface FrequentLine {
  readonly line: string;
  readonly label: string;
  readonly count: number;
  /** How messages call an input that holds it. */
  readonly sample: string;
}

/** Counts lines in bounded memory: when too many kinds are held, the rarest are forgotten. */
export class FrequentLines {
  readonly #lines = new Map<string, { label: string; count: number; sample: string }>();

  /** Counts a line `count` times; of a long one only the beginning is kept. */
  add({ line, label, count, sample }: FrequentLine): void {
    const key = line.length > LONGEST ? line.slice(0, LONGEST) : line;
    const known = this.#lines.get(key);
    if (known === undefined) this.#lines.set(key, { label, count, sample });
    else known.count += count;
    for (let floor = 1; this.#lines.size > MOST; floor++) this.#forget(floor);
  }

  /**
   * The `n` most frequent lines, ties in the order of the text.
   * @param least how often a line must have come
   */
  top(n: number, least: number): FrequentLine[] {
    return [...this.#lines]
      .map(([line, { label, count, sample }]) => ({ line, label, count, sample }))
      .filter(({ count }) => count >= least)
      .sort((a, b) => b.count - a.count || (a.line < b.line ? -1 : 1))
      .slice(0, n);
  }

  #forget(floor: number): void {
    for (const [line, { count }] of this.#lines) if (count <= floor) this.#lines.delete(line);
  }
}
