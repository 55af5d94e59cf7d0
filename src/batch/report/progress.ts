/** How progress is told. */
export type ProgressKind = 'bar' | 'lines' | 'json' | 'none';
/** All of them, in the order of the help. */
export const PROGRESS_KINDS: readonly ProgressKind[] = ['bar', 'lines', 'json', 'none'];

// Milliseconds between two updates, set by hand: as often as an eye can follow; as often as a log bears.
const EVERY: Readonly<Record<ProgressKind, number>> = {
  bar: 100,
  lines: 5000,
  json: 1000,
  none: 0,
};
const ERASE = '\r\u001b[2K';
/** Columns of the bar itself. Set by hand. */
const BAR = 20;
const MEGABYTE = 1e6;
const MILLISECONDS = 1000;
const MINUTE = 60;
const HOUR = 3600;

/** How far a run is. */
export interface Reached {
  readonly articles: number;
  readonly failed: number;
  /** Bytes of the inputs that are read. */
  readonly bytes: number;
}

/** Tells how far a run is. */
export interface Progress {
  update(reached: Reached): void;
  /** Erases the bar. */
  done(): void;
}

/**
 * Tells progress on a stream.
 *
 * @param total bytes of all inputs; 0 where they are not known
 * @param every milliseconds between two updates; default by kind
 */
export function createProgress(
  stream: { readonly columns?: number; write(text: string): unknown },
  kind: ProgressKind,
  total: number,
  every: number = EVERY[kind],
): Progress {
  if (kind === 'none') return { update: () => undefined, done: () => undefined };
  const started = performance.now();
  let last = started;
  let isShown = false;
  return {
    update(reached) {
      const now = performance.now();
      if (now - last < every) return;
      last = now;
      const pace = paceOf(reached, total, (now - started) / MILLISECONDS);
      if (kind === 'json')
        stream.write(`${JSON.stringify({ progress: { ...reached, ...pace } })}\n`);
      else if (kind === 'lines') stream.write(`copydesk: ${words(reached, pace)}\n`);
      else {
        isShown = true;
        const text = bar(pace.share) + words(reached, pace);
        stream.write(ERASE + text.slice(0, (stream.columns ?? Number.POSITIVE_INFINITY) - 1));
      }
    },
    done() {
      if (isShown) stream.write(ERASE);
    },
  };
}

/** How fast a run is; `null` for what is not known. */
interface Pace {
  readonly total: number | null;
  readonly share: number | null;
  readonly articlesPerSecond: number;
  readonly megabytesPerSecond: number;
  readonly secondsLeft: number | null;
}

function paceOf({ articles, failed, bytes }: Reached, total: number, seconds: number): Pace {
  const share = total > 0 ? Math.min(1, bytes / total) : null;
  const left = share === null || share === 0 ? null : (seconds * (1 - share)) / share;
  return {
    total: total > 0 ? total : null,
    share: share === null ? null : rounded(share),
    articlesPerSecond: rounded((articles + failed) / seconds),
    megabytesPerSecond: rounded(bytes / MEGABYTE / seconds),
    secondsLeft: left === null ? null : Math.round(left),
  };
}

function words({ articles, failed, bytes }: Reached, pace: Pace): string {
  const { total, articlesPerSecond, megabytesPerSecond, secondsLeft } = pace;
  const of = total === null ? '' : ` of ${megabytes(total)}`;
  return [
    `${articles} ${articles === 1 ? 'article' : 'articles'}`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    `${megabytes(bytes)}${of}`,
    `${articlesPerSecond}/s`,
    `${megabytesPerSecond} MB/s`,
    ...(secondsLeft === null ? [] : [`${timeOf(secondsLeft)} left`]),
  ].join(', ');
}

function bar(share: number | null): string {
  if (share === null) return '';
  const full = Math.round(share * BAR);
  return `[${'#'.repeat(full)}${'.'.repeat(BAR - full)}] ${Math.floor(share * 100)} % `;
}

function megabytes(bytes: number): string {
  return `${(bytes / MEGABYTE).toFixed(1)} MB`;
}

/** Seconds as `h:mm:ss`, without hours where there are none. */
export function timeOf(seconds: number): string {
  const two = (n: number): string => String(Math.floor(n)).padStart(2, '0');
  const minutes = (seconds % HOUR) / MINUTE;
  const rest = two(seconds % MINUTE);
  if (seconds < HOUR) return `${Math.floor(minutes)}:${rest}`;
  return `${Math.floor(seconds / HOUR)}:${two(minutes)}:${rest}`;
}

/** To two digits after the point, which tells rates apart that matter. */
function rounded(n: number): number {
  return Math.round(n * 100) / 100;
}
