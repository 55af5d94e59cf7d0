import { type DedupeRow, dayOf } from '../row.ts';
import { createDraft, isStub } from '../sign/draft.ts';
import { draftArticle, MAX_LENGTH } from '../sign/draft-article.ts';
import { packSignature } from '../sign/pack.ts';
import type { GramWeights } from '../weights/gram-weights.ts';
import { createColumn } from './columns.ts';
import { createIdentities } from './identities.ts';
import type { Stores } from './stores.ts';

/** The articles of a run: a few numbers for each, and what the stores keep of each different text. */
export interface Corpus {
  readonly ids: readonly string[];
  readonly days: Int32Array;
  /** Length of each text, in UTF-16 units. */
  readonly lengths: Uint32Array;
  /** Number of the text of each article; articles with the same words have the same. */
  readonly texts: Uint32Array;
  /** Hash of the words of each text; of those that say nothing, numbers below 0. */
  readonly identities: Float64Array;
}

/** Collects articles. */
export interface Collector {
  add(row: DedupeRow): void;
  collected(): Corpus;
  /** Articles that were added of which only the beginning is compared, as much as is read of any. */
  cut(): number;
}

/**
 * A collector.
 *
 * @param stores where signatures and keys go; of the known articles they are there already
 * @param known articles that were collected before; default none
 */
export function createCollector(
  { signatures, postings }: Stores,
  weights: GramWeights,
  known?: Corpus,
): Collector {
  const draft = createDraft();
  const identities = createIdentities();
  const ids: string[] = [];
  const days = createColumn(Int32Array);
  const lengths = createColumn(Uint32Array);
  const texts = createColumn(Uint32Array);
  // Texts that say nothing are told apart by numbers that no hash gives.
  let nothing = 0;
  let cut = 0;
  if (known) {
    for (const identity of known.identities) {
      identities.numberOf(identity);
      nothing = Math.min(nothing, identity);
    }
    for (const [i, id] of known.ids.entries()) {
      ids.push(id);
      days.push(known.days[i]!);
      lengths.push(known.lengths[i]!);
      texts.push(known.texts[i]!);
    }
  }
  return {
    add({ id, text, date }) {
      ids.push(id);
      days.push(dayOf(date));
      const length = text?.length ?? 0;
      lengths.push(length);
      if (length > MAX_LENGTH) cut += 1;
      draftArticle(text ?? '', draft, weights);
      const before = identities.count;
      const number = identities.numberOf(isStub(draft) ? --nothing : draft.identity);
      texts.push(number);
      if (number < before) return;
      signatures.append(packSignature(draft));
      for (let i = 0; i < draft.keyCount; i++) postings.add(draft.keys[i]!, number);
    },
    cut: () => cut,
    collected: () => ({
      ids,
      days: days.view(),
      lengths: lengths.view(),
      texts: texts.view(),
      identities: identities.values(),
    }),
  };
}
