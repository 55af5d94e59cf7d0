import { keptFirst } from '../row.ts';
import type { Corpus } from './corpus.ts';

/** The order of a corpus, which does not depend on that of its input. */
export interface Ranks {
  /** For each text, the article that is kept of those that have it. */
  readonly keptOf: Uint32Array;
  /** Place of each text, by its kept article. */
  readonly rankOf: Uint32Array;
  /** Text of each place. */
  readonly textAt: Uint32Array;
}

/** Ranks the texts of a corpus. */
export function rankTexts({ ids, days, lengths, texts, identities }: Corpus): Ranks {
  const textCount = identities.length;
  const rank = (i: number) => ({ day: days[i]!, length: lengths[i]!, id: ids[i]! });
  const none = ids.length;
  const keptOf = new Uint32Array(textCount).fill(none);
  for (let i = 0; i < texts.length; i++) {
    const text = texts[i]!;
    const kept = keptOf[text]!;
    if (kept === none || keptFirst(rank(i), rank(kept)) < 0) keptOf[text] = i;
  }
  const textAt = Uint32Array.from({ length: textCount }, (_, i) => i);
  textAt.sort((a, b) => keptFirst(rank(keptOf[a]!), rank(keptOf[b]!)));
  const rankOf = new Uint32Array(textCount);
  for (let i = 0; i < textCount; i++) rankOf[textAt[i]!] = i;
  return { keptOf, rankOf, textAt };
}
