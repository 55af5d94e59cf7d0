import { excerpt, printable } from '../../text/printable.ts';
import type { TallyData } from './tally.ts';

/** Removed lines that the summary names. Set by hand. */
const FREQUENT = 5;
/** UTF-16 units of a line that are shown. */
const SHOWN = 80;
/** How often a line must have come to be frequent. */
const OFTEN = 2;
// As disks are measured.
const KILOBYTE = 1e3;
const MEGABYTE = 1e6;
/** Names that are told of one thing counted; the report has all. Set by hand. */
const MOST_NAMES = 12;

/** What a summary tells beside what was counted. */
export interface RunFacts {
  readonly seconds: number;
  /** Inputs and records that were passed over, by reason. */
  readonly skipped: Readonly<Record<string, number>>;
  /** Files and folders that were passed over, each with the reason. */
  readonly passedOver: readonly { readonly shown: string; readonly reason: string }[];
  /** Bytes that are left to be read, when the run was interrupted; `null` when it was not. */
  readonly left: number | null;
  /** What finishes an interrupted run. */
  readonly advice: string;
}

/** The summary for people: its first line, and a table of what was counted, each row a line. */
export function summaryLines(tally: TallyData, facts: RunFacts): string[] {
  const { articles, failed, bytes, kept, removed } = tally;
  const seconds = Math.max(facts.seconds, 1e-3);
  const rows: [string, string][] = [];
  if (Object.keys(tally.labels).length + Object.keys(tally.stages).length > 0 || kept > 0) {
    rows.push(['changes', counts(tally.stages)], ['lines removed', counts(tally.labels)]);
    rows.push(['text kept', `${((100 * kept) / Math.max(1, kept + removed)).toFixed(1)} %`]);
  }
  if (articles > 1)
    rows.push(['languages', counts(tally.languages)], ['charsets', counts(tally.encodings)]);
  const frequent = tally.lines.filter(({ count }) => count >= OFTEN).slice(0, FREQUENT);
  frequent.forEach(({ line, count }, i) => {
    rows.push([i === 0 ? 'often removed' : '', `${count} × ${excerpt(line, SHOWN)}`]);
  });
  const skipped = counts(facts.skipped, '');
  if (skipped !== '') rows.push(['skipped', skipped]);
  if (failed > 0) rows.push(['failed', `${failed} (${counts(tally.codes)})`]);
  if (facts.left !== null) {
    rows.push(['left', `${sizeOf(facts.left)}; ${facts.advice}`]);
  }
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  const speed = `${(articles / seconds).toFixed(1)}/s, ${(bytes / MEGABYTE / seconds).toFixed(1)} MB/s`;
  return [
    `${articles} article${articles === 1 ? '' : 's'} in ${facts.seconds.toFixed(1)} s (${speed})`,
    ...rows.map(([name, text]) => `${name.padEnd(width)}  ${text}`),
  ];
}

/** One line for each failure, at most `most` of them. */
export function failureLines({ failures, failed }: TallyData, most = failures.length): string[] {
  const lines = failures
    .slice(0, most)
    .map(({ shown, code, message }) => `${printable(shown)}: ${printable(message)} [${code}]`);
  const more = failed - lines.length;
  return more > 0 ? [...lines, `… and ${more} more`] : lines;
}

/** Bytes for people. */
function sizeOf(bytes: number): string {
  return bytes < MEGABYTE
    ? `${Math.ceil(bytes / KILOBYTE)} kB`
    : `${(bytes / MEGABYTE).toFixed(1)} MB`;
}

function counts(of: Readonly<Record<string, number>>, none = 'none'): string {
  const entries = Object.entries(of);
  const names = entries.slice(0, MOST_NAMES).map(([name, n]) => `${printable(name)} ${n}`);
  if (entries.length > MOST_NAMES) names.push(`and ${entries.length - MOST_NAMES} more`);
  return names.join(', ') || none;
}
