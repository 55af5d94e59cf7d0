import type { Labelled, LabelledBlock, Span, Stage } from '../../document/document.ts';

/** What the user wants in the body. */
export interface ChoiceOptions {
  readonly captions: 'keep' | 'drop';
  readonly tables: 'keep' | 'drop';
}

/** Captions into the body, tables out of it, as the user chose. */
export function createChoices({ captions, tables }: ChoiceOptions): Stage<Labelled, Labelled> {
  if (captions === 'drop' && tables === 'keep') return (document) => document;
  return (document) => {
    const [first, last] = reachOf(document.blocks);
    const blocks = document.blocks.map((block, i): LabelledBlock => {
      if (tables === 'drop' && block.type === 'table') return relabelled(block, dropTable);
      const near = first <= i && i <= last && !block.context.hidden;
      if (captions === 'keep' && near && block.spans.some(isCaption)) {
        return { ...relabelled(block, keepCaption), type: 'caption' };
      }
      return block;
    });
    return { ...document, blocks };
  };
}

/** The blocks among which captions are those of the article: from its title to right behind its end. */
function reachOf(blocks: readonly LabelledBlock[]): [number, number] {
  const has = (label: string) => (block: LabelledBlock) =>
    block.spans.some((span) => span.label === label);
  const body = blocks.findIndex(has('body'));
  if (body < 0) return [0, -1];
  const title = blocks.findIndex(has('title'));
  return [title >= 0 ? Math.min(title, body) : body, blocks.findLastIndex(has('body')) + 1];
}

function relabelled(block: LabelledBlock, change: (span: Span) => Span): LabelledBlock {
  return { ...block, spans: block.spans.map(change) };
}

function isCaption({ label }: Span): boolean {
  return label === 'caption';
}

function keepCaption(span: Span): Span {
  return isCaption(span) ? { ...span, label: 'body', rule: `option captions: ${span.rule}` } : span;
}

function dropTable(span: Span): Span {
  return span.label === 'body'
    ? { ...span, label: 'table', rule: 'option tables', certainty: 1 }
    : span;
}
