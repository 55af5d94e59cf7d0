import type { Fact } from '../../../document/document.ts';
import { candidateOf } from '../layout/rule-layout.ts';
import type { Judged } from '../verdict.ts';
import { addNeighbours, type Basis, basisOf } from './features/index.ts';
import { type Sequence, sequenceOf } from './sequence.ts';
import type { Weights } from './weights.ts';
import { nameScores, textScores } from './word-scores.ts';

/** The sequence of a document's visible blocks and the features that need no weights. */
export function readDocument(
  judged: readonly Judged[],
  facts: readonly Fact[],
  html: boolean,
): { sequence: Sequence; basis: Basis } {
  const sequence = sequenceOf(judged, facts, html, candidateOf(judged, facts, html));
  return { sequence, basis: basisOf(sequence) };
}

/** Completes the features with what words and names speak for. */
export function addScores(
  sequence: Sequence,
  { sheet, elements }: Basis,
  { words, names }: Pick<Weights, 'words' | 'names'>,
): void {
  sheet.put('words:text', textScores(sequence, words));
  if (elements && names) {
    const scores = nameScores(elements, names);
    ['names:own', 'names:near', 'names:outer'].forEach((name, k) => {
      sheet.put(name, scores[k]!);
    });
  }
  addNeighbours(sheet, sequence, elements);
}
