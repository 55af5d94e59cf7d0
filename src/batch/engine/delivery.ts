import { UsageError } from '../../contract/run-errors.ts';
import type { OutputFile } from '../../writers/files/folder.ts';
import type { Writer } from '../../writers/files/stream-writer.ts';
import { BETWEEN, ENDINGS, type Format, type TextFormat } from '../../writers/format-names.ts';
import { headOf } from '../../writers/formats.ts';
import type { Selection } from '../../writers/select.ts';
import type { Outcome } from '../outcome.ts';
import type { Shard } from '../plan/shard.ts';
import type { Sink } from '../sinks.ts';
import type { Segment } from '../work/segment.ts';
import { createInTurn, type InTurn } from './in-turn.ts';

/** What becomes of the outputs of segments. */
export interface Delivery {
  take(shard: Shard, segment: Segment): Promise<void>;
  /** After the last one; `whole` is false when the run broke off. */
  end(whole: boolean): Promise<void>;
}

/** For outputs that a thread has written itself. */
export function nothingToDeliver(): Delivery {
  return { take: async () => undefined, end: async () => undefined };
}

/**
 * To a stream, in the order of the inputs.
 *
 * @param fields the fields that are written; `null` for all
 */
export function streamDelivery(writer: Writer, as: TextFormat, fields: Selection | null): Delivery {
  const between = Buffer.byteLength(BETWEEN[as]);
  let isFirst = true;
  const begin = async (): Promise<void> => {
    const head = isFirst ? headOf(as, fields) : '';
    isFirst = false;
    if (head !== '') await writer.write(head);
  };
  const inTurn = createInTurn(async (bytes) => {
    // Every article brings what stands between it and the one before.
    const rest = isFirst ? bytes.subarray(between) : bytes;
    await begin();
    await writer.write(rest);
  });
  return {
    take: (shard, segment) => takeInTurn(inTurn, shard, segment),
    async end() {
      inTurn.close();
      await begin();
      await writer.flush();
    },
  };
}

/** Articles that a file of a format may hold; without an entry, any number. */
export const MOST_IN_FILE: Readonly<Partial<Record<Format, number>>> = { json: 1, jsonld: 1 };

/** To one file, in the order of the inputs. */
export function fileDelivery(file: OutputFile, as: TextFormat, fields: Selection | null): Delivery {
  const most = MOST_IN_FILE[as] ?? Number.POSITIVE_INFINITY;
  const { take, end } = streamDelivery(
    { write: file.write, flush: async () => undefined },
    as,
    fields,
  );
  let articles = 0;
  return {
    async take(shard, segment) {
      articles += segment.tally.articles;
      if (articles > most) throw tooManyFor(as);
      await take(shard, segment);
    },
    async end(whole) {
      await end(whole);
      await (whole ? file.commit() : file.discard());
    },
  };
}

/** What is said where a file of one article is to hold several. */
export function tooManyFor(as: Format): UsageError {
  return new UsageError(
    `expected one article for a file${ENDINGS[as]}, found more; let -o name a folder, or a file ending in .ndjson`,
  );
}

/**
 * To a sink of the main thread, in the order of the inputs.
 *
 * @param fail told of outcomes that cannot be written
 */
export function sinkDelivery(sink: Sink, emit: (outcome: Outcome) => Promise<void>): Delivery {
  const inTurn = createInTurn(async (bytes) => {
    const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
    for (const line of text.split('\n')) if (line !== '') await emit(JSON.parse(line));
  });
  return {
    take: (shard, segment) => takeInTurn(inTurn, shard, segment),
    async end(whole) {
      inTurn.close();
      await sink.end(whole);
    },
  };
}

async function takeInTurn(inTurn: InTurn, shard: Shard, segment: Segment): Promise<void> {
  if (segment.output !== null) await inTurn.take(shard.number, segment.output);
  if (segment.isLast) await inTurn.finish(shard.number);
}
