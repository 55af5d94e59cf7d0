import type { Article } from '../contract/article.ts';
import { excerpt, printable } from '../text/printable.ts';
import { FrequentLines } from './frequent.ts';
import type { Outcome } from './outcome.ts';

/** Messages of failures that are kept; later ones are only counted. Set by hand. */
const MOST_FAILURES = 1000;
/** Removed lines that the summary names. Set by hand. */
const FREQUENT = 5;

/** Counts what a run did. */
export class Summary {
  articles = 0;
  /** Articles and failures. */
  total = 0;
  /** Failures that are no rows: files that could not be read or written. */
  failedFiles = 0;
  /** Links in folders that were not followed. */
  links = 0;
  #failed = 0;
  #ledger = false;
  readonly #failures: string[] = [];
  readonly #codes = new Map<string, number>();
  readonly #changes = new Map<string, number>();
  readonly #labels = new Map<string, number>();
  readonly #lines = new FrequentLines();

  /** Inputs that failed so far. */
  get failed(): number {
    return this.#failed;
  }

  /** Counts an article or a failure. */
  add(outcome: Outcome): void {
    if ('error' in outcome) {
      if (!outcome.item.isRow || outcome.error.code === 'output-taken') this.failedFiles += 1;
      this.fail(outcome.item.shown, outcome.error);
      return;
    }
    this.total += 1;
    this.articles += 1;
    this.#count(outcome.article);
  }

  /** Counts an input that failed, with its error record. */
  fail(shown: string, error: { code: string; message: string }): void {
    this.total += 1;
    this.#failed += 1;
    bump(this.#codes, error.code);
    if (this.#failures.length >= MOST_FAILURES) return;
    this.#failures.push(`${printable(shown)}: ${printable(error.message)} [${error.code}]`);
  }

  /** One line for each failure, at most `most` of them. */
  failureLines(most: number = MOST_FAILURES): string[] {
    const shown = this.#failures.slice(0, most);
    const more = this.#failed - shown.length;
    return more > 0 ? [...shown, `… and ${more} more`] : shown;
  }

  /** The summary in lines, the failures themselves left out. */
  lines(seconds: number): string[] {
    const out = [`${plural(this.articles, 'article')} in ${seconds.toFixed(1)} s`];
    if (this.#ledger) {
      out.push(`changes: ${counts(this.#changes)}`, `lines removed: ${counts(this.#labels)}`);
    }
    const frequent = this.#lines.top(FREQUENT);
    if (frequent.length > 0) out.push('most frequent removed lines:');
    for (const { line, count } of frequent) out.push(`  ${count} × ${excerpt(line, 80)}`);
    if (this.links > 0) out.push(`${plural(this.links, 'symbolic link')} not followed`);
    if (this.#failed > 0) out.push(`failed: ${this.#failed} (${counts(this.#codes)})`);
    return out;
  }

  #count(article: Article): void {
    if (article.changes || article.removed) this.#ledger = true;
    for (const { stage } of article.changes ?? []) bump(this.#changes, stage);
    for (const { label, text } of article.removed ?? []) {
      for (const line of text.split('\n')) {
        bump(this.#labels, label);
        this.#lines.add(line);
      }
    }
  }
}

function bump(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function counts(of: ReadonlyMap<string, number>): string {
  const sorted = [...of].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  return sorted.map(([key, n]) => `${key} ${n}`).join(', ') || 'none';
}

function plural(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}
