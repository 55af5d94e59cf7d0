import type { PhraseMatcher } from '../../recognize/phrases/index.ts';
import type { Vocabulary } from '../../recognize/vocabulary.ts';

/** What lines are read with: the lists of all languages, and the language that the page states, if any. */
export interface Reading {
  readonly phrases: PhraseMatcher;
  readonly vocabulary: Vocabulary;
  readonly language: string | undefined;
}
