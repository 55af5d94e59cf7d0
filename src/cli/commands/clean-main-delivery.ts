import { dedupeSink } from '../../batch/dedupe/dedupe-sink.ts';
import { createDeduper } from '../../batch/dedupe/deduper.ts';
import {
  type Delivery,
  MOST_IN_FILE,
  sinkDelivery,
  tooManyFor,
} from '../../batch/engine/delivery.ts';
import type { Item } from '../../batch/outcome.ts';
import { type NamedInput, nameInputs } from '../../batch/plan/named-inputs.ts';
import { GATHERED } from '../../batch/plan/plan-shards.ts';
import {
  emitTo,
  fileSink,
  folderSink,
  ledgerSink,
  rowsSink,
  type Sink,
  streamSink,
} from '../../batch/sinks.ts';
import type { InputError } from '../../contract/errors.ts';
import { describe } from '../../contract/errors.ts';
import { isReadOnce } from '../../readers/inputs.ts';
import { printable } from '../../text/printable.ts';
import { createEncoder } from '../../writers/encoder.ts';
import { createFileOutput, ledgerPath } from '../../writers/files/file-output.ts';
import { RowNames } from '../../writers/files/output-names.ts';
import { ENDINGS } from '../../writers/format-names.ts';
import { LEDGER } from '../../writers/ledger.ts';
import type { OutputRequest } from './clean-request.ts';

/** Outcomes come to the main thread: one after another, in the order of the inputs. */
export async function mainDelivery(request: OutputRequest): Promise<Delivery> {
  const { options, files, context, tally } = request;
  const { many } = options;
  const named = nameInputs(files);
  const rows = new RowNames(named.map(({ name }) => name));
  const fail = (item: Item, error: InputError): void =>
    tally.fail(item.shown, describe(error), true);
  const inner = await sinkOf(request, rows, named);
  const dedupers = [
    ...(many.articles ? [createDeduper({ onWarning: warn })] : []),
    ...(many.titles ? [createDeduper({ titles: true })] : []),
  ];
  const sink =
    dedupers.length === 0 ? inner : dedupeSink(inner, { dedupers, drop: many.drop, fail });
  return sinkDelivery(sink, async (outcome) => {
    const { item } = outcome;
    const isUnnamed = item.isRow && item.name !== '' && isReadOnce(files[item.file]!);
    const name = isUnnamed ? rows.claim('', item.name, JSON.stringify(outcome)) : item.name;
    const failed = await emitTo(sink, { ...outcome, item: { ...item, name } });
    if (failed !== null) fail(item, failed);
  });

  function warn(message: string): void {
    context.err.write(`copydesk: ${printable(message)}\n`);
  }
}

async function sinkOf(
  request: OutputRequest,
  rows: RowNames,
  named: readonly NamedInput[],
): Promise<Sink> {
  const { folder, options } = request;
  const sink = await articlesSink(request, rows, named);
  if (!options.separateLedger) return sink;
  const ledger =
    folder === null
      ? await createFileOutput(ledgerPath(options.file!))
      : await folder.create(GATHERED + LEDGER + ENDINGS.ndjson);
  return ledgerSink(sink, ledger);
}

async function articlesSink(
  { folder, options, context }: OutputRequest,
  rows: RowNames,
  named: readonly NamedInput[],
): Promise<Sink> {
  const { to, select, file } = options;
  if (file !== null) {
    const most = MOST_IN_FILE[to] ?? Number.POSITIVE_INFINITY;
    return fileSink(await createFileOutput(file), await createEncoder(to, select), (articles) => {
      if (articles > most) throw tooManyFor(to);
    });
  }
  if (folder === null) return streamSink(context.out, await createEncoder(to, select));
  if (to === 'ndjson') {
    return rowsSink(folder, select, ({ file: n, isRow }) => (isRow ? named[n]!.name : GATHERED));
  }
  if (to !== 'csv' && to !== 'parquet') return folderSink(folder, to, select, rows);
  const output = await folder.create(GATHERED + ENDINGS[to]);
  return fileSink(output, await createEncoder(to, select));
}
