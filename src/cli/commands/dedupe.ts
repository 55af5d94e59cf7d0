import { dedupeRows } from '../../batch/dedupe/dedupe-rows.ts';
import { createDeduper, type Deduper } from '../../batch/dedupe/deduper.ts';
import { learnWeights } from '../../batch/dedupe/learn-weights.ts';
import { writeWeights } from '../../batch/dedupe/weights-file.ts';
import { spool } from '../../batch/spool.ts';
import { InputError } from '../../contract/errors.ts';
import { UsageError } from '../../contract/run-errors.ts';
import type { DedupeRow } from '../../dedupe/row.ts';
import type { WeightTable } from '../../dedupe/weights/gram-weights.ts';
import { findInputs, type InputFile } from '../../readers/inputs.ts';
import { readChunks } from '../../readers/read-bytes.ts';
import { printable } from '../../text/printable.ts';
import { errorRow } from '../../writers/error-row.ts';
import { readWeightsOption, readWindow } from '../arguments/compare-options.ts';
import { flag, list, text } from '../arguments/values.ts';
import type { Context, Handler } from '../context.ts';

/** What a run works with, and what became of its rows. */
interface Run {
  readonly files: readonly InputFile[];
  readonly titles: boolean;
  readonly context: Context;
  readonly warn: (message: string) => void;
  /** Rows that cannot be compared, by their places: they are answered there. */
  readonly errors: Map<number, string>;
  badInputs: number;
}

/** `copydesk dedupe`: rows in, rows with their clusters out, in the same order. */
export const handler: Handler = async (args, context) => {
  const started = performance.now();
  const warn = (message: string): void => {
    context.err.write(`copydesk: ${printable(message)}\n`);
  };
  const titles = flag(args, 'titles');
  const learn = text(args, 'learn');
  const index = text(args, 'index');
  const windowDays = readWindow(args);
  if (titles && (index ?? learn) !== undefined) {
    throw new UsageError('expected --titles without --index and --learn, which are for articles');
  }
  if (index !== undefined && learn !== undefined) {
    throw new UsageError('expected --index or --learn, found both');
  }
  const weights = await readWeightsOption(args);
  const inputs = await findInputs(list(args, 'input'));
  const run: Run = { files: inputs.files, titles, context, warn, errors: new Map(), badInputs: 0 };
  for (const { shown, error } of inputs.failures) {
    run.badInputs += 1;
    warn(`${shown}: ${error.message}`);
  }
  const deduper = createDeduper({
    titles,
    windowDays,
    weights,
    index,
    engine: text(args, 'engine') === 'duckdb' ? 'duckdb' : 'memory',
    onWarning: warn,
  });
  const done =
    learn === undefined
      ? await answer(run, deduper)
      : await learnInto(learn, run, deduper, weights);
  if (!flag(args, 'quiet')) warn(done(((performance.now() - started) / 1000).toFixed(1)));
  return run.badInputs > 0 ? 2 : 0;
};

/** Gives the summary of what was done, when it is told how long that took. */
type Summary = (seconds: string) => string;

async function answer(run: Run, deduper: Deduper): Promise<Summary> {
  const { context, errors } = run;
  let rows = 0;
  let duplicates = 0;
  const answerErrors = async (): Promise<void> => {
    for (; errors.has(rows); rows++) await context.out.write(errors.get(rows)!);
  };
  for await (const { clusterSize: _, ...result } of deduper.run(rowsOf(run, context.stdin))) {
    await answerErrors();
    await context.out.write(`${JSON.stringify(result)}\n`);
    rows += 1;
    if (result.duplicateOf !== null) duplicates += 1;
  }
  await answerErrors();
  const kept = rows - duplicates - errors.size;
  const bad = errors.size > 0 ? `, ${errors.size} could not be compared` : '';
  return (seconds) => `${rows} rows in ${seconds} s: ${kept} kept, ${duplicates} duplicates${bad}`;
}

/** Writes a table of weights instead of rows. */
async function learnInto(
  path: string,
  run: Run,
  deduper: Deduper,
  base: WeightTable,
): Promise<Summary> {
  const spooled = spool(run.context.stdin);
  const passes = [spooled.first, spooled.again];
  try {
    const rows = (): AsyncIterable<DedupeRow> => rowsOf(run, passes.shift()!);
    const { table, articles } = await learnWeights(rows, deduper, base);
    await writeWeights(path, table);
    return (seconds) => `${table.entries.length} weights of ${articles} articles in ${seconds} s`;
  } finally {
    spooled.close();
  }
}

async function* rowsOf(run: Run, stdin: AsyncIterable<Uint8Array>): AsyncGenerator<DedupeRow> {
  let place = 0;
  for (const { path, shown } of run.files) {
    try {
      for await (const read of dedupeRows(path === null ? stdin : readChunks(path), run.titles)) {
        if (run.context.stopped() !== null) return;
        if (read.error === undefined) yield read.row;
        else run.errors.set(place, errorRow(read.id, read.error));
        place += 1;
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      run.badInputs += 1;
      run.warn(`${shown}: ${error.message}`);
    }
  }
}
