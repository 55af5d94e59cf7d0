import { dedupeSink } from '../../batch/dedupe/dedupe-sink.ts';
import { createDeduper } from '../../batch/dedupe/deduper.ts';
import { type Delivery, sinkDelivery } from '../../batch/engine/delivery.ts';
import { describe, type Item } from '../../batch/outcome.ts';
import { nameInputs } from '../../batch/plan/named-inputs.ts';
import { GATHERED } from '../../batch/plan/plan-shards.ts';
import { emitTo, folderSink, rowsSink, type Sink, streamSink } from '../../batch/sinks.ts';
import type { InputError } from '../../contract/errors.ts';
import { printable } from '../../text/printable.ts';
import { RowNames } from '../../writers/output-names.ts';
import type { OutputRequest } from './clean-request.ts';

/** Outcomes come to the main thread: one after another, in the order of the inputs. */
export function mainDelivery({ folder, options, files, context, tally }: OutputRequest): Delivery {
  const { to, many } = options;
  const named = nameInputs(files);
  const rows = new RowNames(named.map(({ name }) => name));
  const fail = (item: Item, error: InputError): void =>
    tally.fail(item.shown, describe(error), true);
  const inner = sinkOf();
  const dedupers = [
    ...(many.articles ? [createDeduper({ onWarning: warn })] : []),
    ...(many.titles ? [createDeduper({ titles: true })] : []),
  ];
  const sink =
    dedupers.length === 0 ? inner : dedupeSink(inner, { dedupers, drop: many.drop, fail });
  return sinkDelivery(sink, async (outcome) => {
    const { item } = outcome;
    const isUnnamed = item.isRow && item.name !== '' && files[item.file]!.path === null;
    const name = isUnnamed ? rows.claim('', item.name, JSON.stringify(outcome)) : item.name;
    const failed = await emitTo(sink, { ...outcome, item: { ...item, name } });
    if (failed !== null) fail(item, failed);
  });

  function sinkOf(): Sink {
    if (folder === null) return streamSink(context.out, to);
    if (to !== 'ndjson') return folderSink(folder, to, rows);
    return rowsSink(folder, ({ file, isRow }) => (isRow ? named[file]!.name : GATHERED));
  }

  function warn(message: string): void {
    context.err.write(`copydesk: ${printable(message)}\n`);
  }
}
