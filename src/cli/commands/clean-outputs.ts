import {
  type Delivery,
  fileDelivery,
  nothingToDeliver,
  streamDelivery,
} from '../../batch/engine/delivery.ts';
import type { Journal } from '../../batch/engine/journal.ts';
import { partsDelivery } from '../../batch/engine/parts.ts';
import type { OutputPlan } from '../../batch/work/setup.ts';
import { createFileOutput } from '../../writers/files/file-output.ts';
import { TABLES } from '../../writers/format-names.ts';
import type { OutputRequest } from './clean-request.ts';

/** Where the outputs of a run go, and who takes them there. */
export interface Output {
  readonly plan: OutputPlan;
  /** Whether each row is a file and so needs a name of its own. */
  readonly isNamed: boolean;
  /** Whether what is done of it stays when the run is broken off. */
  readonly isResumable: boolean;
  /** @param journal tells what an earlier run has written */
  delivery(journal: Journal | null): Promise<Delivery>;
  /** Takes away what is of no use once all is done. */
  clear(): Promise<void>;
}

const NOTHING = { clear: async (): Promise<void> => undefined };

/** Decides where outputs go. */
export function outputFor(request: OutputRequest): Output {
  const { folder, options, files, context } = request;
  const { to, many, file, select, separateLedger } = options;
  const hasStdin = files.some(({ path }) => path === null);
  const isNamed = folder !== null && to !== 'ndjson' && !TABLES.has(to);
  const isApart = separateLedger && folder === null;
  const needsAll = many.articles || many.titles || isApart;
  if (to === 'parquet' || needsAll || (folder !== null && (hasStdin || TABLES.has(to)))) {
    return {
      ...NOTHING,
      plan: { kind: 'outcomes' },
      isNamed,
      isResumable: false,
      async delivery() {
        const { mainDelivery } = await import('./clean-main-delivery.ts');
        return mainDelivery(request);
      },
    };
  }
  if (folder === null) {
    return {
      ...NOTHING,
      plan: { kind: 'stream', format: to },
      isNamed,
      isResumable: false,
      delivery: async () => {
        if (file === null) return streamDelivery(context.out, to, select);
        return fileDelivery(await createFileOutput(file), to, select);
      },
    };
  }
  const place = { root: folder.root, shown: folder.shown };
  if (isNamed) {
    return {
      ...NOTHING,
      plan: { kind: 'files', folder: place, format: to },
      isNamed,
      isResumable: true,
      delivery: async () => nothingToDeliver(),
    };
  }
  const parts = partsDelivery(folder, separateLedger);
  return {
    plan: { kind: 'parts', folder: place },
    isNamed,
    isResumable: true,
    async delivery(journal) {
      // What a run left that is not gone on with.
      if (journal?.done.length === 0) await parts.clear();
      for (const { shard, segment, target, partBytes } of journal?.done ?? []) {
        if (partBytes > 0) parts.known(target, { shard, segment });
      }
      return parts;
    },
    clear: parts.clear,
  };
}
