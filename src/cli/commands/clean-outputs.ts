import { dedupeSink } from '../../batch/dedupe/dedupe-sink.ts';
import { createDeduper } from '../../batch/dedupe/deduper.ts';
import {
  type Delivery,
  nothingToDeliver,
  sinkDelivery,
  streamDelivery,
} from '../../batch/engine/delivery.ts';
import type { Journal } from '../../batch/engine/journal.ts';
import { partsDelivery } from '../../batch/engine/parts.ts';
import { describe, type Item } from '../../batch/outcome.ts';
import { nameInputs } from '../../batch/plan/named-inputs.ts';
import { GATHERED } from '../../batch/plan/plan-shards.ts';
import type { Tally } from '../../batch/report/tally.ts';
import { emitTo, folderSink, rowsSink, type Sink, streamSink } from '../../batch/sinks.ts';
import type { OutputPlan } from '../../batch/work/setup.ts';
import type { InputError } from '../../contract/errors.ts';
import type { InputFile } from '../../readers/inputs.ts';
import { printable } from '../../text/printable.ts';
import type { OutputFolder } from '../../writers/folder.ts';
import { RowNames } from '../../writers/output-names.ts';
import type { Context } from '../context.ts';
import type { CleanArguments } from './clean-arguments.ts';

/** Where the outputs of a run go, and who takes them there. */
export interface Output {
  readonly plan: OutputPlan;
  /** Whether each row is a file and so needs a name of its own. */
  readonly isNamed: boolean;
  /** Whether what is done of it stays when the run is broken off. */
  readonly isResumable: boolean;
  /** @param journal tells what an earlier run has written */
  delivery(journal: Journal | null): Delivery;
  /** Takes away what is of no use once all is done. */
  clear(): Promise<void>;
}

interface OutputRequest {
  readonly folder: OutputFolder | null;
  readonly options: CleanArguments;
  readonly context: Context;
  readonly files: readonly InputFile[];
  readonly tally: Tally;
}

const NOTHING = { clear: async (): Promise<void> => undefined };

/** Decides where outputs go. */
export function outputFor(request: OutputRequest): Output {
  const { folder, options, files, context } = request;
  const { to, many } = options;
  const hasStdin = files.some(({ path }) => path === null);
  const isNamed = folder !== null && to !== 'ndjson';
  if (many.articles || many.titles || (folder !== null && hasStdin)) {
    return {
      ...NOTHING,
      plan: { kind: 'outcomes' },
      isNamed,
      isResumable: false,
      delivery: () => mainDelivery(request),
    };
  }
  if (folder === null) {
    return {
      ...NOTHING,
      plan: { kind: 'stream', format: to },
      isNamed,
      isResumable: false,
      delivery: () => streamDelivery(context.out, to),
    };
  }
  const place = { root: folder.root, shown: folder.shown };
  if (isNamed) {
    return {
      ...NOTHING,
      plan: { kind: 'files', folder: place, format: to },
      isNamed,
      isResumable: true,
      delivery: nothingToDeliver,
    };
  }
  const parts = partsDelivery(folder);
  return {
    plan: { kind: 'parts', folder: place },
    isNamed,
    isResumable: true,
    delivery(journal) {
      for (const { shard, segment, target, partBytes } of journal?.done ?? []) {
        if (partBytes > 0) parts.known(target, { shard, segment });
      }
      return parts;
    },
    clear: parts.clear,
  };
}

/** Outcomes come to the main thread: one after another, in the order of the inputs. */
function mainDelivery({ folder, options, files, context, tally }: OutputRequest): Delivery {
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
