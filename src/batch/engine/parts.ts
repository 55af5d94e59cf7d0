import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { OutputError, reason } from '../../contract/run-errors.ts';
import { printable } from '../../text/printable.ts';
import { type OutputFolder, STATE } from '../../writers/files/folder.ts';
import { ENDINGS } from '../../writers/format-names.ts';
import { LEDGER } from '../../writers/ledger.ts';
import type { Shard } from '../plan/shard.ts';
import { partName } from '../work/part-names.ts';
import type { Segment } from '../work/segment.ts';
import type { Delivery } from './delivery.ts';

/** Rows on the disk that are to be a part of a file. */
interface Part {
  readonly shard: number;
  readonly segment: number;
}

/** Rows that wait on the disk; when all are there, each file is put together from its parts. */
export interface PartsDelivery extends Delivery {
  /** Takes away what waits, once the files are there. */
  clear(): Promise<void>;
  /** Counts a part that an earlier run wrote. */
  known(target: string, part: Part): void;
}

/**
 * To files of rows in the output folder.
 *
 * @param hasLedgers whether each has a file of ledgers beside it
 */
export function partsDelivery(folder: OutputFolder, hasLedgers: boolean): PartsDelivery {
  const targets = new Map<string, Part[]>();
  const known = (target: string, part: Part): void => {
    const parts = targets.get(target);
    if (parts === undefined) targets.set(target, [part]);
    else parts.push(part);
  };
  return {
    known,
    async take({ number, target }: Shard, segment: Segment) {
      if (segment.partBytes > 0) known(target, { shard: number, segment: segment.number });
    },
    async end(whole) {
      if (!whole) return;
      for (const [target, parts] of targets) {
        parts.sort((a, b) => a.shard - b.shard || a.segment - b.segment);
        await putTogether(folder, target, ENDINGS.ndjson, parts);
        if (hasLedgers) await putTogether(folder, target, LEDGER + ENDINGS.ndjson, parts);
      }
    },
    clear: () => rm(join(folder.root, STATE, 'parts'), { recursive: true, force: true }),
  };
}

async function putTogether(
  folder: OutputFolder,
  name: string,
  ending: string,
  parts: readonly Part[],
): Promise<void> {
  const file = await folder.create(name + ending);
  for (const { shard, segment } of parts) {
    const path = join(folder.root, partName(shard, segment) + ending);
    for await (const chunk of read(path, folder)) await file.write(chunk);
  }
  await file.commit();
}

async function* read(path: string, { shown }: OutputFolder): AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path)) yield chunk as Buffer;
  } catch (error) {
    throw new OutputError(
      `cannot read what was written before to ${printable(shown)}: ${reason(error)}; run without --resume to begin anew`,
      { cause: error },
    );
  }
}
