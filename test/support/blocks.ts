import type { Document } from '../../src/document/document.ts';
import { createBlocks } from '../../src/stages/blocks/index.ts';
import { createDecode } from '../../src/stages/decode/index.ts';
import { createParse } from '../../src/stages/parse/index.ts';

/** The document that decode, parse and blocks make of a text or page. */
export function blocksOf(content: string, format: 'text' | 'html'): Document {
  return createBlocks()(createParse()(createDecode()({ id: 'case', content, format })));
}

/** A document's blocks as `type: text`; headings and items with their level or depth. */
export function outline({ blocks }: Document): string[] {
  return blocks.map(({ type, level, depth, ordered, copy }) => {
    if (type === 'heading') return `h${level}: ${copy.source}`;
    if (type === 'list-item') return `${ordered ? 'ol' : 'ul'}${depth}: ${copy.source}`;
    return `${type}: ${copy.source}`;
  });
}
