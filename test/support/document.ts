import { type BlockParts, contextOf, createBlock } from '../../src/document/blocks.ts';
import type { Block, Document, Fact } from '../../src/document/document.ts';
import { unedited } from '../../src/document/edits.ts';

/** A paragraph of plain text, or what the changes make of it. */
export function paragraph(text: string, change: Partial<BlockParts> = {}): Block {
  return createBlock({
    type: 'paragraph',
    level: undefined,
    depth: undefined,
    ordered: undefined,
    role: null,
    breaks: [],
    piece: null,
    offset: 0,
    copy: unedited(text),
    context: contextOf(0, null, 0, 0, false),
    ...change,
  });
}

/** A plain-text document of paragraphs, one a line, as the blocks stage would give it. */
export function documentOf(texts: readonly string[], facts: readonly Fact[] = []): Document {
  let offset = 0;
  const blocks = texts.map((text): Block => {
    const block = paragraph(text, { offset });
    offset += text.length + 1;
    return block;
  });
  return {
    origin: {
      id: 'case',
      bytes: 0,
      sha256: '0'.repeat(64),
      encoding: { name: 'utf-8', from: 'string', certainty: 1 },
    },
    format: 'text',
    text: texts.join('\n'),
    tree: null,
    positions: {
      unit: 'line',
      offsets: blocks.map((block) => block.offset),
      units: blocks.map((_, i) => i + 1),
      columns: blocks.map(() => 0),
    },
    blocks,
    facts,
    changes: [],
    warnings: [],
  };
}

/** What a stage made of one text, and the rules that it used, in order. */
export function editedBy(
  stage: (document: Document) => Document,
  text: string,
): { text: string; rules: string[] } {
  const { copy } = stage(documentOf([text])).blocks[0]!;
  return { text: copy.text, rules: copy.layers.flatMap((layer) => layer.map(({ rule }) => rule)) };
}
