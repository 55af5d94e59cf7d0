import type { Article } from '../../contract/article.ts';
import type { Failure } from '../../pipeline.ts';
import type { NotesData } from '../../readers/notes.ts';
import { type FrequentLine, FrequentLines } from './frequent.ts';

// Set by hand: what a run's tally and a line of its journal keep stays small.
/** Failures that are kept with their messages; later ones are only counted. */
const MOST_FAILURES = 1000;
/** Inputs that are kept for having taken long. */
const SLOWEST = 20;
/** Lines that a tally hands on. */
const LINES = 100;

/** What is counted of a run, each under the names that came. */
export const COUNTED = [
  'stages',
  'labels',
  'languages',
  'encodings',
  'repairs',
  'warnings',
  'codes',
  'skipped',
  'fields',
] as const;
/** Something that is counted. */
export type Counted = (typeof COUNTED)[number];

/** An input that no article came of. */
export interface FailedInput {
  readonly shown: string;
  readonly code: string;
  readonly message: string;
}

/** How long an input took, milliseconds of the clock. */
export interface SlowInput {
  readonly shown: string;
  readonly ms: number;
  readonly bytes: number;
}

/** What was counted, as plain data. */
export interface TallyData extends Readonly<Record<Counted, Readonly<Record<string, number>>>> {
  readonly articles: number;
  readonly failed: number;
  /** Failures that are no rows: files that could not be read, or outputs that could not be written. */
  readonly failedFiles: number;
  /** Bytes of the articles' sources. */
  readonly bytes: number;
  /** UTF-16 units of text kept, of text removed; both 0 without a ledger. */
  readonly kept: number;
  readonly removed: number;
  readonly failures: readonly FailedInput[];
  readonly lines: readonly FrequentLine[];
  readonly slowest: readonly SlowInput[];
}

/** Counts what a run, or a part of it, did. Memory is bounded. */
export class Tally {
  articles = 0;
  failed = 0;
  failedFiles = 0;
  #bytes = 0;
  #kept = 0;
  #removed = 0;
  #slowest: SlowInput[] = [];
  readonly #failures: FailedInput[] = [];
  readonly #lines = new FrequentLines();
  readonly #counts = Object.fromEntries(
    COUNTED.map((name) => [name, new Map<string, number>()]),
  ) as Record<Counted, Map<string, number>>;

  /** Articles and failures. */
  get total(): number {
    return this.articles + this.failed;
  }

  /**
   * Counts an input that failed.
   * @param isFile whether it is a file rather than a row of one
   */
  fail(shown: string, { code, message }: Failure['error'], isFile: boolean): void {
    this.failed += 1;
    if (isFile) this.failedFiles += 1;
    this.#bump('codes', code);
    if (this.#failures.length < MOST_FAILURES) this.#failures.push({ shown, code, message });
  }

  /** Counts an article. */
  add(shown: string, article: Article, ms: number): void {
    this.articles += 1;
    this.#bytes += article.source.bytes;
    this.#keepSlow({ shown, ms, bytes: article.source.bytes });
    this.#bump('languages', article.language ?? 'unknown');
    this.#bump('encodings', article.source.encoding.name);
    for (const { code } of article.warnings) this.#bump('warnings', code);
    for (const { stage, rule } of article.changes ?? []) {
      this.#bump('stages', stage);
      if (stage === 'repair') this.#bump('repairs', rule);
    }
    if (article.removed !== undefined) this.#kept += article.text.length;
    for (const { label, text } of article.removed ?? []) {
      this.#removed += text.length;
      for (const line of text.split('\n')) {
        this.#bump('labels', label);
        this.#lines.add({ line, label, count: 1, sample: shown });
      }
    }
  }

  /** Counts what a reader said: records that were passed over, and fields that rows had. */
  note({ skipped, fields }: NotesData): void {
    for (const [what, n] of Object.entries(skipped)) this.#bump('skipped', what, n);
    for (const name of fields) this.#bump('fields', name);
  }

  /** Adds what another one counted. */
  merge(data: TallyData): void {
    this.articles += data.articles;
    this.failed += data.failed;
    this.failedFiles += data.failedFiles;
    this.#bytes += data.bytes;
    this.#kept += data.kept;
    this.#removed += data.removed;
    this.#failures.push(...data.failures.slice(0, MOST_FAILURES - this.#failures.length));
    for (const name of COUNTED) {
      for (const [key, n] of Object.entries(data[name])) this.#bump(name, key, n);
    }
    for (const line of data.lines) this.#lines.add(line);
    for (const slow of data.slowest) this.#keepSlow(slow);
  }

  /** All of it as plain data; what is named most stands first. */
  data(): TallyData {
    const counts = COUNTED.map((name) => [name, sorted(this.#counts[name])]);
    return {
      articles: this.articles,
      failed: this.failed,
      failedFiles: this.failedFiles,
      bytes: this.#bytes,
      kept: this.#kept,
      removed: this.#removed,
      ...(Object.fromEntries(counts) as Record<Counted, Record<string, number>>),
      failures: this.#failures,
      lines: this.#lines.top(LINES, 1),
      slowest: this.#slowest,
    };
  }

  #bump(name: Counted, key: string, by = 1): void {
    const counts = this.#counts[name];
    counts.set(key, (counts.get(key) ?? 0) + by);
  }

  #keepSlow(slow: SlowInput): void {
    const last = this.#slowest.at(-1);
    if (this.#slowest.length === SLOWEST && last!.ms >= slow.ms) return;
    const after = this.#slowest.findIndex(({ ms }) => ms < slow.ms);
    this.#slowest.splice(after < 0 ? this.#slowest.length : after, 0, slow);
    this.#slowest = this.#slowest.slice(0, SLOWEST);
  }
}

function sorted(counts: ReadonlyMap<string, number>): Record<string, number> {
  return Object.fromEntries(
    [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : a > b ? 1 : 0)),
  );
}
