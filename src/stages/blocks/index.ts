import type { Document, Parsed, Stage } from '../../document/document.ts';
import { htmlBlocks } from './html/index.ts';
import { statedFacts } from './stated-facts.ts';
import { textBlocks } from './text/index.ts';

/** Makes the stage that turns text, or a page's tree, into a document of blocks, each with the place it came from. */
export function createBlocks(): Stage<Parsed, Document> {
  return ({ origin, format, text, tree, changes, warnings }) => {
    const page = tree === null ? textBlocks(text) : htmlBlocks(tree);
    return {
      origin,
      format,
      text: page.text,
      tree,
      positions: page.positions,
      blocks: page.blocks,
      facts: origin.stated ? [...page.facts, ...statedFacts(origin.stated)] : page.facts,
      changes,
      warnings: page.warnings.length === 0 ? warnings : [...warnings, ...page.warnings],
    };
  };
}
