/** Milliseconds between two updates: ten a second are as many as an eye can follow. */
const EVERY_MS = 100;
const ERASE = '\r\u001b[2K';

/** A line on a terminal that says how far a run is. */
export interface Progress {
  update(articles: number, failed: number): void;
  /** Erases the line. */
  done(): void;
}

const SILENT: Progress = { update: () => undefined, done: () => undefined };

/** Progress on a stream that is a terminal; none elsewhere. */
export function createProgress(
  stream: { readonly isTTY?: boolean; write(text: string): unknown },
  wanted: boolean,
): Progress {
  if (!wanted || stream.isTTY !== true) return SILENT;
  let last = 0;
  return {
    update(articles, failed) {
      const now = Date.now();
      if (now - last < EVERY_MS) return;
      last = now;
      stream.write(`${ERASE}${articles} articles${failed > 0 ? `, ${failed} failed` : ''}`);
    },
    done() {
      if (last > 0) stream.write(ERASE);
    },
  };
}
