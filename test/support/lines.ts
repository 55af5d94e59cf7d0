import { type BlockParts, contextOf } from '../../src/document/blocks.ts';
import { createPhraseMatcher } from '../../src/recognize/phrases/index.ts';
import { createVocabulary } from '../../src/recognize/vocabulary.ts';
import { Line } from '../../src/stages/read/line.ts';
import { paragraph } from './document.ts';

const reading = {
  phrases: createPhraseMatcher(),
  vocabulary: createVocabulary(),
  language: undefined,
};

/** A line of plain text. */
export function lineOf(text: string, change: Partial<BlockParts> = {}, boldShare = 0): Line {
  const context = contextOf(0, null, 0, boldShare, false);
  return new Line(paragraph(text, { context, ...change }), reading);
}
