import type { Document, Stage } from '../../document/document.ts';
import { createPhraseMatcher } from '../../recognize/phrases/index.ts';
import { createVocabulary } from '../../recognize/vocabulary.ts';
import { copyrightOwner } from './copyright.ts';
import { Line } from './line.ts';
import { PageFacts } from './page-facts.ts';
import type { Reading } from './reading.ts';

/** A document whose lines and facts can be asked. */
export interface Read extends Document {
  /** One a block, in order. */
  readonly lines: readonly Line[];
  readonly page: PageFacts;
  readonly reading: Reading;
}

/** Makes the stage that reads: it gives each block a line, which works out its facts when it is asked for them. */
export function createRead(): Stage<Document, Read> {
  const phrases = createPhraseMatcher();
  const vocabulary = createVocabulary();
  return (document) => {
    const { origin, format, text, tree, positions, blocks, facts, changes, warnings } = document;
    const owners = blocks
      .map(({ copy }) => copyrightOwner(copy.text))
      .filter((name) => name !== null);
    const page = new PageFacts(facts, origin, owners);
    const reading: Reading = { phrases, vocabulary, language: page.language };
    const lines = blocks.map((block) => new Line(block, reading));
    const read: Read = {
      origin,
      format,
      text,
      tree,
      positions,
      blocks,
      facts,
      changes,
      warnings,
      lines,
      page,
      reading,
    };
    return read;
  };
}
