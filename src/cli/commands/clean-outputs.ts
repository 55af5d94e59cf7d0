import {
  type Delivery,
  fileDelivery,
  nothingToDeliver,
  streamDelivery,
} from '../../batch/engine/delivery.ts';
import type { Journal } from '../../batch/engine/journal.ts';
import { partsDelivery } from '../../batch/engine/parts.ts';
import type { OutputPlan } from '../../batch/work/setup.ts';
import { isReadOnce } from '../../readers/inputs.ts';
import { printable } from '../../text/printable.ts';
import { createFileOutput } from '../../writers/files/file-output.ts';
import { TABLES } from '../../writers/format-names.ts';
import type { OutputRequest } from './clean-request.ts';

/** Where the outputs of a run go, and who takes them there. */
export interface Output {
  readonly plan: OutputPlan;
  /** Whether each row is a file and so needs a name of its own. */
  readonly isNamed: boolean;
  /** What `--resume` would need, as messages say it; `null` where what is done stays when the run is broken off. */
  readonly notResumable: string | null;
  /** @param journal tells what an earlier run has written */
  delivery(journal: Journal | null): Promise<Delivery>;
  /** Takes away what is of no use once all is done. */
  clear(): Promise<void>;
}

const NOTHING = { clear: async (): Promise<void> => undefined };

/** Decides where outputs go. */
export function outputFor(request: OutputRequest): Output {
  const { folder, options, context } = request;
  const { to, many, file, select, separateLedger } = options;
  const isNamed = folder !== null && to !== 'ndjson' && !TABLES.has(to);
  const isApart = separateLedger && folder === null;
  const notResumable = reasonNotResumable(request);
  const needsAll = many.articles || many.titles || isApart;
  if (to === 'parquet' || needsAll || (folder !== null && notResumable !== null)) {
    return {
      ...NOTHING,
      plan: { kind: 'outcomes' },
      isNamed,
      notResumable,
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
      notResumable,
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
      notResumable,
      delivery: async () => nothingToDeliver(),
    };
  }
  const parts = partsDelivery(folder, separateLedger);
  return {
    plan: { kind: 'parts', folder: place },
    isNamed,
    notResumable,
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

/** What of a request keeps a run from being gone on with, and what to do; `null` where nothing does. */
function reasonNotResumable({ folder, options, files }: OutputRequest): string | null {
  const { to, many, file } = options;
  const once = files.find(isReadOnce);
  if (file !== null) {
    return `with -o FOLDER, found the file ${printable(file)}, which is written as a whole; name a folder`;
  }
  if (folder === null) return 'with -o FOLDER, found standard output; name a folder';
  if (once !== undefined) {
    return `with inputs that can be read again, found ${printable(once.shown)}; name files`;
  }
  if (many.articles || many.titles) {
    return 'without --dedupe, which compares all articles of one run; mark duplicates with copydesk dedupe afterwards';
  }
  if (!TABLES.has(to)) return null;
  return `with files of one article or --to ndjson, found ${to}, one file that is written as a whole; choose ndjson`;
}
