import { type DedupeRow, dayOf } from '../row.ts';
import { createDraft } from '../sign/draft.ts';
import { draftArticle } from '../sign/draft-article.ts';
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
  readonly textCount: number;
}

/** Collects articles. */
export interface Collector {
  add(row: DedupeRow): void;
  collected(): Corpus;
}

/**
 * Tokens that two articles must hold to be one by the same words alone; shorter ones are stubs, such as a call to
 * subscribe. Set by hand.
 */
const MIN_SAME = 8;
/** Identity of a text without words. */
const NO_IDENTITY = 0;

/** A collector that has nothing yet. */
export function createCollector({ signatures, postings }: Stores, weights: GramWeights): Collector {
  const draft = createDraft();
  const identities = createIdentities();
  const ids: string[] = [];
  const days = createColumn(Int32Array);
  const lengths = createColumn(Uint32Array);
  const texts = createColumn(Uint32Array);
  // Texts that say nothing are told apart by numbers that no hash gives.
  let nothing = 0;
  return {
    add({ id, text, date }) {
      ids.push(id);
      days.push(dayOf(date));
      lengths.push(text?.length ?? 0);
      draftArticle(text ?? '', draft, weights);
      const isStub = draft.identity === NO_IDENTITY || draft.gramCount < MIN_SAME || isSilent();
      const known = identities.count;
      const number = identities.numberOf(isStub ? --nothing : draft.identity);
      texts.push(number);
      if (number < known) return;
      signatures.append(packSignature(draft));
      for (let i = 0; i < draft.keyCount; i++) postings.add(draft.keys[i]!, number);
    },
    collected: () => ({
      ids,
      days: days.view(),
      lengths: lengths.view(),
      texts: texts.view(),
      textCount: identities.count,
    }),
  };

  function isSilent(): boolean {
    for (let i = 0; i < draft.gramCount; i++) if (draft.weights[i]! > 0) return false;
    return true;
  }
}
