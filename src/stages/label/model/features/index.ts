import type { Sequence } from '../sequence.ts';
import { type Elements, elementsOf } from './elements.ts';
import { FeatureTable } from './feature-table.ts';
import { formFeatures } from './form.ts';
import { markupFeatures } from './markup.ts';
import { ownFeatures } from './own.ts';
import { ownTextFeatures } from './own-text.ts';
import { phraseFeatures } from './phrases.ts';
import { placeFeatures } from './place.ts';
import { similarityFeatures } from './similarity.ts';
import { stemFeatures } from './stems.ts';

/** All that is known of a document's blocks before any weights are. */
export interface BaseFeatures {
  readonly table: FeatureTable;
  /** Null in plain text. */
  readonly elements: Elements | null;
}

/** The columns that need no weights. */
export function baseFeatures(sequence: Sequence): BaseFeatures {
  const table = new FeatureTable(sequence.items.length);
  ownFeatures(table, sequence);
  placeFeatures(table, sequence);
  similarityFeatures(table, sequence);
  formFeatures(table, sequence);
  phraseFeatures(table, sequence);
  const elements = sequence.html ? elementsOf(sequence) : null;
  if (elements) {
    markupFeatures(table, sequence, elements);
  } else {
    ownTextFeatures(table, sequence);
    stemFeatures(table, sequence);
  }
  return { table, elements };
}
