import type { PageFacts } from '../../read/page-facts.ts';
import type { LabelledLine } from '../labelled-line.ts';
import { documentFeatures } from './features/document.ts';
import type { FeatureTable } from './features/feature-table.ts';
import { type BaseFeatures, baseFeatures } from './features/index.ts';
import { neighbourFeatures } from './features/neighbours.ts';
import { type Advice, type Sequence, sequenceOf } from './sequence.ts';
import type { Weights } from './weights.ts';
import { nameScores, textScores } from './word-scores.ts';

/** What the model is asked: a document's visible lines, and their features. */
export interface Features {
  readonly sequence: Sequence;
  readonly table: FeatureTable;
}

/** The features of a document. */
export function featuresOf(
  lines: readonly LabelledLine[],
  page: PageFacts,
  html: boolean,
  advice: Advice,
  weights: Pick<Weights, 'words' | 'names'>,
): Features {
  const sequence = sequenceOf(lines, page, html, advice);
  const base = baseFeatures(sequence);
  addScores(sequence, base, weights);
  return { sequence, table: base.table };
}

/**
 * Completes the features with what words and names speak for.
 *
 * @public The training script imports it from the build.
 */
export function addScores(
  sequence: Sequence,
  { table, elements }: BaseFeatures,
  { words, names }: Pick<Weights, 'words' | 'names'>,
): void {
  table.put('words:text', textScores(sequence, words));
  if (elements && names) {
    const scores = nameScores(elements, names);
    ['names:own', 'names:near', 'names:outer'].forEach((name, k) => {
      table.put(name, scores[k]!);
    });
  }
  neighbourFeatures(table, sequence, elements);
  if (elements) return;
  documentFeatures(table, sequence, table.column('words:text'), table.column('stems'));
}
