import { dedupeRows } from '../../batch/dedupe/dedupe-rows.ts';
import { createDeduper } from '../../batch/dedupe/deduper.ts';
import { InputError } from '../../contract/errors.ts';
import type { DedupeRow } from '../../dedupe/row.ts';
import { findInputs, type InputFile } from '../../readers/inputs.ts';
import { readChunks } from '../../readers/read-bytes.ts';
import { printable } from '../../text/printable.ts';
import { errorRow } from '../../writers/error-row.ts';
import { flag, list, parsed } from '../arguments/values.ts';
import type { Arguments, Context, Handler } from '../context.ts';

/** What became of the rows of a run. */
interface Tally {
  rows: number;
  clusters: number;
  duplicates: number;
  failed: number;
  badInputs: number;
}

/** `copydesk dedupe`: rows in, rows with their clusters out, in the same order. */
export const handler: Handler = async (args, context) => {
  const started = performance.now();
  const titles = flag(args, 'titles');
  const warn = (message: string): void => {
    context.err.write(`copydesk: ${printable(message)}\n`);
  };
  const deduper = createDeduper({ titles, windowDays: readWindow(args), onWarning: warn });
  const tally: Tally = { rows: 0, clusters: 0, duplicates: 0, failed: 0, badInputs: 0 };
  const inputs = await findInputs(list(args, 'input'));
  for (const { shown, error } of inputs.failures) {
    tally.badInputs += 1;
    warn(`${shown}: ${error.message}`);
  }
  // Rows that cannot be compared are answered in their places.
  const errors = new Map<number, string>();
  const results = deduper.run(rowsOf(inputs.files, titles, context, tally, errors, warn));
  const answer = async (): Promise<void> => {
    for (; errors.has(tally.rows); tally.rows++) await context.out.write(errors.get(tally.rows)!);
  };
  for await (const { clusterSize: _, ...result } of results) {
    await answer();
    await context.out.write(`${JSON.stringify(result)}\n`);
    tally.rows += 1;
    if (result.duplicateOf === null) tally.clusters += 1;
    else tally.duplicates += 1;
  }
  await answer();
  if (!flag(args, 'quiet')) warn(summary(tally, (performance.now() - started) / 1000));
  return tally.badInputs > 0 ? 2 : 0;
};

async function* rowsOf(
  files: readonly InputFile[],
  titles: boolean,
  context: Context,
  tally: Tally,
  errors: Map<number, string>,
  warn: (message: string) => void,
): AsyncGenerator<DedupeRow> {
  let place = 0;
  for (const { path, shown } of files) {
    const chunks = path === null ? context.stdin : readChunks(path);
    try {
      for await (const read of dedupeRows(chunks, titles)) {
        if (context.stopped() !== null) return;
        if (read.error === undefined) yield read.row;
        else {
          tally.failed += 1;
          errors.set(place, errorRow(read.id, read.error));
        }
        place += 1;
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      tally.badInputs += 1;
      warn(`${shown}: ${error.message}`);
    }
  }
}

function readWindow(args: Arguments): number | undefined {
  const read = (value: string): number | null => {
    const days = Number(value);
    return days >= 0 ? days : null;
  };
  return parsed(args, 'window', read, 'a number of days');
}

function summary({ rows, clusters, duplicates, failed }: Tally, seconds: number): string {
  const bad = failed > 0 ? `, ${failed} could not be compared` : '';
  return `${rows} rows in ${seconds.toFixed(1)} s: ${clusters} kept, ${duplicates} duplicates${bad}`;
}
