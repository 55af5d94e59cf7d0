import { createSigner } from '../halves.ts';
import { type DedupeRow, dayOf, NO_DAY } from '../row.ts';
import { saysEnough } from '../titles/title-clusters.ts';
import { titleCore } from '../titles/title-core.ts';
import type { WeightTable } from '../weights/gram-weights.ts';

/** What is said of a row that is signed; the names are columns of `integrations/spark/dedupe.sql`. */
export interface SignedRow {
  readonly id: string;
  /** Days since 1970; null where none is known. */
  readonly day: number | null;
  /** Of the text, in UTF-16 units. */
  readonly length: number;
  /** The same for texts with the same words; null for one that says too little to be told by it. */
  readonly identity: number | null;
  readonly keys: readonly number[];
  /** Base 64. */
  readonly signature: string;
  /** Words of the title. */
  readonly words: string;
  /** The title was cut off; `prefix`: and enough is left of it to find the one that goes on. */
  readonly cut: boolean;
  readonly prefix: boolean;
  /** What decides which title is kept, in UTF-16 units. */
  readonly titleLength: number;
}

/** Makes the step that signs texts and titles. */
export function createSignStep(table: WeightTable): (row: DedupeRow) => SignedRow {
  const sign = createSigner(table);
  return ({ id, text, title, url, site, date }) => {
    const { keys, identity, isStub, bytes } = sign(text ?? '');
    const { words, cut } = titleCore(title ?? '', { url, site });
    const day = dayOf(date);
    return {
      id,
      day: day === NO_DAY ? null : day,
      length: text?.length ?? 0,
      identity: isStub ? null : identity,
      keys,
      signature: Buffer.from(bytes).toString('base64'),
      words,
      cut,
      prefix: cut && saysEnough(words),
      titleLength: cut ? 0 : words.length,
    };
  };
}
