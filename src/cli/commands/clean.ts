import { type Items, listItems } from '../../batch/items.ts';
import { exceeds, type FailureLimit, parseFailureLimit } from '../../batch/limit.ts';
import type { Item } from '../../batch/outcome.ts';
import { createProgress } from '../../batch/progress.ts';
import { run } from '../../batch/run.ts';
import { folderSink, rowsSink, type Sink, streamSink } from '../../batch/sinks.ts';
import { Summary } from '../../batch/summary.ts';
import type { CleanOptions } from '../../config/options.ts';
import type { InputError } from '../../contract/errors.ts';
import { ClosedPipe } from '../../contract/run-errors.ts';
import { createPipeline } from '../../pipeline.ts';
import { findInputs } from '../../readers/inputs.ts';
import { INPUT_KINDS, type InputKind } from '../../readers/kinds.ts';
import { isDate } from '../../text/is-date.ts';
import { printable } from '../../text/printable.ts';
import { type OutputFolder, openFolder } from '../../writers/folder.ts';
import { FORMATS, type Format } from '../../writers/formats.ts';
import type { Writer } from '../../writers/stream-writer.ts';
import { readMaking } from '../arguments/clean-options.ts';
import { choice, flag, list, parsed, text } from '../arguments/values.ts';
import type { Arguments, Context, Handler } from '../context.ts';
import { learnSites, type ManyArguments, readMany, sinkForMany } from './clean-many.ts';

/** Inputs that are read at the same time, unless `--concurrency` says otherwise. Set by hand. */
const CONCURRENCY = 8;
/** Most that `--concurrency` takes, well below the 1024 open files that many systems allow a process. */
const MOST_CONCURRENT = 256;
/** A filter's failures stand in its rows; here a few are enough. */
const FILTER_FAILURES = 10;

/** `copydesk clean`: articles in, one clean document for each out. */
export const handler: Handler = async (args, context) => {
  const options = read(args);
  const making = await readMaking(args);
  const started = performance.now();
  const folder = options.out === undefined ? null : await openFolder(options.out);
  const summary = new Summary();
  const finish = (): void =>
    report(summary, options, (performance.now() - started) / 1000, context);
  try {
    const code = await cleanAll(options, making, folder, summary, context);
    finish();
    return code;
  } catch (error) {
    if (!(error instanceof ClosedPipe)) finish();
    throw error;
  } finally {
    await folder?.close();
  }
};

async function cleanAll(
  options: CleanArguments,
  making: CleanOptions,
  folder: OutputFolder | null,
  summary: Summary,
  context: Context,
): Promise<number> {
  const stopped = (): boolean => context.stopped() !== null;
  const { from, to, fetched, filter, many } = options;
  const inputs = await findInputs(options.inputs, { skip: options.out });
  summary.links = inputs.links;
  for (const { shown, error } of inputs.failures) summary.fail(shown, error);
  const named = folder !== null && to !== 'ndjson';
  const itemsOf = (stdin: AsyncIterable<Uint8Array>): Items =>
    listItems(inputs.files, { from, fetched, named, everyLine: filter, stdin, stopped });
  const learnt = many.sites
    ? await learnSites(many, making, context.stdin, (stdin) => itemsOf(stdin).items)
    : null;
  const items = itemsOf(learnt?.stdin ?? context.stdin);
  const warn = (message: string): void => {
    context.err.write(`copydesk: ${printable(message)}\n`);
  };
  const fail = (item: Item, error: InputError): void => summary.fail(item.shown, error);
  const piped = inputs.files.every(({ path }) => path === null);
  try {
    await run({
      items: items.items,
      pipeline: createPipeline(making, learnt?.memory),
      sink: sinkForMany(sinkFor(folder, context.out, to, items), many, warn, fail),
      // One at a time, so that each row is answered before the next one is waited for.
      concurrency: piped ? 1 : options.concurrency,
      summary,
      progress: createProgress(context.err, !options.quiet),
      stopped,
    });
  } finally {
    learnt?.close();
  }
  await context.out.flush();
  return exitCode(options, summary, inputs.failures.length);
}

interface CleanArguments {
  readonly inputs: readonly string[];
  readonly out: string | undefined;
  readonly from: InputKind;
  readonly to: Format;
  readonly fetched: string | undefined;
  readonly maxFailures: FailureLimit | undefined;
  readonly concurrency: number;
  readonly quiet: boolean;
  readonly many: ManyArguments;
  /** Rows in, as many rows out. */
  readonly filter: boolean;
}

function read(args: Arguments): CleanArguments {
  const from = choice(args, 'from', INPUT_KINDS);
  const to = choice(args, 'to', FORMATS);
  const day = (value: string): string | null => (isDate(value) ? value : null);
  return {
    inputs: list(args, 'input'),
    out: text(args, 'out'),
    from,
    to,
    fetched: parsed(args, 'fetched', day, 'a date such as 2024-06-13'),
    maxFailures: parsed(args, 'max-failures', parseFailureLimit, 'a number, or a share such as 5%'),
    concurrency: parsed(args, 'concurrency', readCount, `1 to ${MOST_CONCURRENT}`) ?? CONCURRENCY,
    quiet: flag(args, 'quiet'),
    many: readMany(args),
    filter: from === 'ndjson' && to === 'ndjson',
  };
}

function readCount(value: string): number | null {
  const count = Number(value);
  return Number.isInteger(count) && count >= 1 && count <= MOST_CONCURRENT ? count : null;
}

function sinkFor(folder: OutputFolder | null, out: Writer, to: Format, items: Items): Sink {
  if (folder === null) return streamSink(out, to);
  if (to === 'ndjson') return rowsSink(folder, items.fileNames);
  return folderSink(folder, to, items.rows);
}

function exitCode(options: CleanArguments, summary: Summary, badInputs: number): number {
  const { maxFailures } = options;
  if (maxFailures) return exceeds(maxFailures, summary.failed, summary.total) ? 2 : 0;
  const failed = options.filter ? badInputs + summary.failedFiles : summary.failed;
  return failed > 0 ? 2 : 0;
}

function report(
  summary: Summary,
  options: CleanArguments,
  seconds: number,
  { err }: Context,
): void {
  const failures = summary.failureLines(options.filter ? FILTER_FAILURES : undefined);
  const [first, ...rest] = options.quiet ? [] : summary.lines(seconds);
  const lines = [...failures, ...(first === undefined ? [] : [first])].map(
    (line) => `copydesk: ${line}\n`,
  );
  err.write([...lines, ...rest.map((line) => `  ${line}\n`)].join(''));
}
