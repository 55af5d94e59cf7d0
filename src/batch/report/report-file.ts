import { join } from 'node:path';
import { STATE } from '../../writers/files/folder.ts';
import { writeWhole } from '../../writers/files/whole-file.ts';
import type { RunIdentity } from '../engine/journal.ts';
import type { RunFacts } from './summary-lines.ts';
import type { TallyData } from './tally.ts';

const NAME = 'report.json';
const FORMAT = 'copydesk.report/1';
/** Files passed over that the report lists; the counts have all. Set by hand. */
const MOST_PASSED_OVER = 1000;

/**
 * Writes what a run did to `.copydesk/report.json` in its output folder. All that time decides stands under `timing`; the rest is
 * the same for every run over the same inputs.
 */
export async function writeReport(
  root: string,
  identity: RunIdentity,
  tally: TallyData,
  { seconds, skipped, passedOver, left }: RunFacts,
): Promise<void> {
  const { articles, failed, bytes, kept, removed, failures, lines, slowest, ...counts } = tally;
  const report = {
    format: FORMAT,
    ...identity,
    finished: left === null,
    articles,
    failed,
    bytes,
    ...counts,
    text: { kept, removed, share: kept + removed === 0 ? null : kept / (kept + removed) },
    skipped,
    passedOver: passedOver.slice(0, MOST_PASSED_OVER),
    lines,
    failures,
    ...(left === null ? {} : { bytesLeft: left }),
    timing: { seconds, articlesPerSecond: articles / seconds, slowest },
  };
  await writeWhole(join(root, STATE, NAME), `${JSON.stringify(report, null, 2)}\n`);
}
