import type { Block } from '../../src/document/document.ts';
import { unedited } from '../../src/document/edits.ts';
import { createPhraseMatcher } from '../../src/recognize/phrases/index.ts';
import { createVocabulary } from '../../src/recognize/vocabulary.ts';
import { Line } from '../../src/stages/read/line.ts';

const reading = {
  phrases: createPhraseMatcher(),
  vocabulary: createVocabulary(),
  language: undefined,
};

/** A line of plain text. */
export function lineOf(text: string, change: Partial<Block> = {}, boldShare = 0): Line {
  const block: Block = {
    type: 'paragraph',
    marker: 0,
    offset: 0,
    copy: unedited(text),
    context: { gap: 0, element: null, linkShare: 0, boldShare, hidden: false },
    ...change,
  };
  return new Line(block, reading);
}
