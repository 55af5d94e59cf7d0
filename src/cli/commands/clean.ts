import { exceeds } from '../../batch/limit.ts';
import { createProgress, type ProgressKind } from '../../batch/report/progress.ts';
import { failureLines, type RunFacts, summaryLines } from '../../batch/report/summary-lines.ts';
import { Tally, type TallyData } from '../../batch/report/tally.ts';
import { ClosedPipe, UsageError } from '../../contract/run-errors.ts';
import { findInputs } from '../../readers/inputs.ts';
import { type OutputFolder, openFolder } from '../../writers/files/folder.ts';
import { readMaking } from '../arguments/clean-options.ts';
import { readInputs } from '../arguments/reading-options.ts';
import type { Context, Handler } from '../context.ts';
import { type CleanArguments, readCleanArguments } from './clean-arguments.ts';
import { cleanBatch } from './clean-batch.ts';
import { fieldWarnings, skippedCounts } from './clean-skipped.ts';

/** A filter's failures stand in its rows; here a few are enough. */
const FILTER_FAILURES = 10;
/** In a second. */
const MILLISECONDS = 1000;

/** `copydesk clean`: articles in, one clean document for each out. */
export const handler: Handler = async (args, context) => {
  const options = await readCleanArguments(args);
  const given = await readInputs(args, context.stdin);
  const making = await readMaking(args);
  const started = performance.now();
  const folder = options.out === null ? null : await openFolder(options.out);
  try {
    return await cleanInto(folder, given, options, making, context, started);
  } finally {
    await folder?.close();
  }
};

async function cleanInto(
  folder: OutputFolder | null,
  given: readonly string[],
  options: CleanArguments,
  making: Parameters<typeof cleanBatch>[0]['making'],
  context: Context,
  started: number,
): Promise<number> {
  const inputs = await findInputs(given, {
    ...options.leaveOut,
    skip: options.out ?? undefined,
    from: options.from,
  });
  const tally = new Tally();
  for (const { shown, error } of inputs.failures) tally.fail(shown, error, true);
  const { files, skipped: passedOver } = inputs;
  const batch = await cleanBatch({ folder, options, making, context, files, passedOver, tally });
  const { total } = batch;
  const progress = createProgress(context.err, progressKind(options, context), total);
  const facts = (): RunFacts => ({
    seconds: (performance.now() - started) / MILLISECONDS,
    skipped: skippedCounts(inputs, tally.data()),
    passedOver,
    left: batch.left(),
    advice: batch.advice,
  });
  const finish = (): void => {
    progress.done();
    for (const line of fieldWarnings(options.fields, tally.data())) {
      context.err.write(`copydesk: ${line}\n`);
    }
    report(tally.data(), facts(), options, context);
  };
  try {
    await batch.run(progress);
    await context.out.flush();
    await batch.writeReport(facts());
  } catch (error) {
    // What was asked for cannot be done: how far it got is of no use.
    if (error instanceof UsageError) progress.done();
    else if (!(error instanceof ClosedPipe)) finish();
    throw error;
  } finally {
    batch.close();
  }
  finish();
  return exitCode(options, tally, inputs.failures.length);
}

function progressKind({ progress, quiet }: CleanArguments, { err, env }: Context): ProgressKind {
  if (progress !== undefined) return progress;
  return !quiet && err.isTTY === true && env['TERM'] !== 'dumb' ? 'bar' : 'none';
}

function exitCode(options: CleanArguments, tally: Tally, badInputs: number): number {
  const { maxFailures, filter } = options;
  if (maxFailures) return exceeds(maxFailures, tally.failed, tally.total) ? 2 : 0;
  const failed = filter ? tally.failedFiles : tally.failed;
  return failed > 0 || badInputs > 0 ? 2 : 0;
}

function report(
  tally: TallyData,
  facts: RunFacts,
  options: CleanArguments,
  { err }: Context,
): void {
  const failures = failureLines(tally, options.filter ? FILTER_FAILURES : undefined);
  const [first, ...rest] = options.quiet ? [] : summaryLines(tally, facts);
  const lines = [...failures, ...(first === undefined ? [] : [first])].map(
    (line) => `copydesk: ${line}\n`,
  );
  err.write([...lines, ...rest.map((line) => `  ${line}\n`)].join(''));
}
