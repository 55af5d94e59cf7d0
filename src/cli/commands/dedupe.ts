import { createDeduper, type Deduper } from '../../batch/dedupe/deduper.ts';
import { learnWeights } from '../../batch/dedupe/learn-weights.ts';
import { findRows, openRows } from '../../batch/dedupe/row-inputs.ts';
import { writeWeights } from '../../batch/dedupe/weights-file.ts';
import { spool } from '../../batch/spool.ts';
import { InputError } from '../../contract/errors.ts';
import { UsageError } from '../../contract/run-errors.ts';
import type { DedupeRow } from '../../dedupe/row.ts';
import type { WeightTable } from '../../dedupe/weights/gram-weights.ts';
import type { InputFile } from '../../readers/inputs.ts';
import { printable } from '../../text/printable.ts';
import { errorRow } from '../../writers/error-row.ts';
import { readWeightsOption, readWindow } from '../arguments/compare-options.ts';
import { flag, list, text } from '../arguments/values.ts';
import type { Arguments, Context, Handler } from '../context.ts';
import { runStep } from '../spark/dedupe-step.ts';
import { counted } from '../terminal/counted.ts';

/** Messages of rows that cannot be compared that are shown; all of them stand in the output. Set by hand. */
const MOST_SHOWN = 10;

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
  if (text(args, 'step') !== undefined) return runStep(args, context);
  const titles = flag(args, 'titles');
  const learn = text(args, 'learn');
  const index = text(args, 'index');
  const windowDays = readWindow(args);
  checkTogether(args);
  const weights = await readWeightsOption(args);
  const { files, badInputs } = await findRows(list(args, 'input'), warn);
  const run: Run = { files, titles, context, warn, errors: new Map(), badInputs };
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
  if (!flag(args, 'quiet')) warn(done.summary(((performance.now() - started) / 1000).toFixed(1)));
  return run.badInputs > 0 || done.isNothing ? 2 : 0;
};

/** @throws {UsageError} when options were given that exclude each other */
function checkTogether(args: Arguments): void {
  const given = (name: string): boolean => text(args, name) !== undefined;
  if (flag(args, 'titles')) {
    const other = ['index', 'learn', 'weights', 'engine'].find(given);
    if (other !== undefined) {
      throw new UsageError(
        `expected --titles without --${other}, which is for comparing texts: titles are compared whole, in memory`,
      );
    }
  }
  if (given('index') && given('learn')) {
    throw new UsageError('expected --index or --learn, found both');
  }
}

/** What was done. */
interface Done {
  /** The summary, when it is told how long that took. */
  readonly summary: (seconds: string) => string;
  /** There were rows, and none of them could be used. */
  readonly isNothing: boolean;
}

async function answer(run: Run, deduper: Deduper): Promise<Done> {
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
  const found = `${kept} kept, ${counted(duplicates, 'duplicate')}${bad}`;
  return {
    summary: (seconds) => `${counted(rows, 'row')} in ${seconds} s: ${found}`,
    isNothing: rows > 0 && errors.size === rows,
  };
}

/** Writes a table of weights instead of rows. */
async function learnInto(
  path: string,
  run: Run,
  deduper: Deduper,
  base: WeightTable,
): Promise<Done> {
  const spooled = spool(run.context.stdin);
  const passes = [spooled.first, spooled.again];
  try {
    // What is wrong with rows is said in the first pass.
    const warns = [run.warn, () => undefined];
    const rows = (): AsyncIterable<DedupeRow> =>
      rowsOf({ ...run, warn: warns.shift()! }, passes.shift()!);
    const { table, articles } = await learnWeights(rows, deduper, base);
    await writeWeights(path, table);
    const learnt = `${counted(table.entries.length, 'weight')} of ${counted(articles, 'article')}`;
    return {
      summary: (seconds) => `${learnt} in ${seconds} s`,
      isNothing: articles === 0 && run.errors.size > 0,
    };
  } finally {
    spooled.close();
  }
}

async function* rowsOf(run: Run, stdin: AsyncIterable<Uint8Array>): AsyncGenerator<DedupeRow> {
  let place = 0;
  for (const file of run.files) {
    const path = file.path === null ? null : file.shown;
    try {
      for await (const read of await openRows(file, run.titles, stdin)) {
        if (run.context.stopped() !== null) return;
        if (read.error === undefined) yield read.row;
        else {
          const { id, record, error } = read;
          run.errors.set(place, errorRow(id, { path, record }, error));
          if (run.errors.size <= MOST_SHOWN) {
            run.warn(`${file.shown}, row ${record}: ${error.message} [${error.code}]`);
          }
        }
        place += 1;
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      run.badInputs += 1;
      run.warn(`${file.shown}: ${error.message}`);
    }
  }
}
