import { WINDOW_DAYS } from '../../batch/dedupe/deduper.ts';
import { answerRows, STEPS } from '../../batch/dedupe/step-rows.ts';
import { UsageError } from '../../contract/run-errors.ts';
import { readWeightsOption, readWindow } from '../arguments/compare-options.ts';
import { choice, flag, list, text } from '../arguments/values.ts';
import type { Arguments, Context } from '../context.ts';

/**
 * `copydesk dedupe --step`: a row in, a row out, exit code 0 whatever the rows are.
 *
 * @throws {UsageError} when it is told to read files, or is given options of whole runs
 */
export async function runStep(args: Arguments, context: Context): Promise<number> {
  const step = choice(args, 'step', STEPS);
  const inputs = list(args, 'input');
  if (inputs.length !== 1 || inputs[0] !== '-') {
    throw new UsageError(
      `expected - as the only input beside --step, which is a filter, found ${inputs.join(', ')}`,
    );
  }
  const other = ['index', 'learn', 'engine'].find((name) => text(args, name) !== undefined);
  if (other !== undefined || flag(args, 'titles')) {
    throw new UsageError(
      `expected --step without --${other ?? 'titles'}, which is for a run over all rows`,
    );
  }
  const windowDays = readWindow(args) ?? WINDOW_DAYS;
  const weights = await readWeightsOption(args);
  for await (const answer of answerRows(step, context.stdin, { windowDays, weights })) {
    if (context.stopped() !== null) break;
    await context.out.write(answer);
  }
  return 0;
}
