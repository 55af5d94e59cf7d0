import type { Decoded, Document, Stage } from '../../document/document.ts';
import { htmlBlocks } from './html/index.ts';
import { textBlocks } from './text/index.ts';

/** Text or HTML → a document of blocks, each with the place it came from. */
export function createBlocks(): Stage<Decoded, Document> {
  return ({ origin, format, text, changes, warnings }) => {
    const page =
      format === 'html' ? htmlBlocks(text) : { ...textBlocks(text), facts: [], warnings: [] };
    return { origin, format, changes, ...page, warnings: [...warnings, ...page.warnings] };
  };
}
