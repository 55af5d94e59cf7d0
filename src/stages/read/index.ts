import { siteLinesOf } from '../../dedupe/site-lines/page-lines.ts';
import type { SiteLines, SiteMemory } from '../../dedupe/site-lines/site-memory.ts';
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
  /** What was learnt of the pages of its site; null where that is not known, or of one page alone. */
  readonly site: SiteLines | null;
}

/**
 * Makes the stage that reads: it gives each block a line, which works out its facts when it is asked for them.
 *
 * @param memory what was learnt of sites; null: nothing is known of any
 */
export function createRead(memory: SiteMemory | null = null): Stage<Document, Read> {
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
      site: memory === null ? null : siteLinesOf(memory, document),
    };
    return read;
  };
}
