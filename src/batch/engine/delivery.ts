import { BETWEEN, type Format } from '../../writers/formats.ts';
import type { Writer } from '../../writers/stream-writer.ts';
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

/** To a stream, in the order of the inputs. */
export function streamDelivery(writer: Writer, as: Format): Delivery {
  const between = Buffer.byteLength(BETWEEN[as]);
  let isFirst = true;
  const inTurn = createInTurn(async (bytes) => {
    // Every article brings what stands between it and the one before.
    await writer.write(isFirst ? bytes.subarray(between) : bytes);
    isFirst = false;
  });
  return {
    take: (shard, segment) => takeInTurn(inTurn, shard, segment),
    async end() {
      inTurn.close();
      await writer.flush();
    },
  };
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
