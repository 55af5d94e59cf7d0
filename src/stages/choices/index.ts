import type { BodyType } from '../../contract/labels.ts';
import { withSpans } from '../../document/blocks.ts';
import type { LabelledBlock, Span, Stage } from '../../document/document.ts';
import { relabelSpan } from '../../document/spans.ts';
import type { Labelled } from '../label/labelled.ts';

/** What the user wants in the body. */
export interface ChoiceOptions {
  readonly captions: 'keep' | 'drop';
  readonly tables: 'keep' | 'drop';
}

/** Captions into the body, tables out of it, as the user chose. */
export function createChoices({ captions, tables }: ChoiceOptions): Stage<Labelled, Labelled> {
  if (captions === 'drop' && tables === 'keep') return (document) => document;
  return (document) => {
    const [first, last] = reachOf(document);
    const blocks = document.blocks.map((block, i): LabelledBlock => {
      if (tables === 'drop' && block.type === 'table') return relabelled(block, dropTable);
      const near = first <= i && i <= last && !block.context.hidden;
      if (captions === 'keep' && near && block.spans.some(isCaption)) {
        return relabelled(block, keepCaption, 'caption');
      }
      return block;
    });
    return { ...document, blocks };
  };
}

/**
 * The blocks among which captions are those of the article: from its title to right behind its end, and behind what the user
 * has taken off there.
 */
function reachOf({ layout, blocks }: Labelled): [number, number] {
  const { title, bodyStart, bodyEnd } = layout;
  if (bodyStart === bodyEnd) return [0, -1];
  let last = bodyEnd;
  while (isUsers(blocks[last])) last += 1;
  return [title >= 0 ? Math.min(title, bodyStart) : bodyStart, last];
}

/** Whether all of a block was taken off by the user's rules. */
function isUsers(block: LabelledBlock | undefined): boolean {
  const spans = block?.spans ?? [];
  return spans.length > 0 && spans.every(({ kind, label }) => kind === 'user' && label !== 'body');
}

function relabelled(
  block: LabelledBlock,
  change: (span: Span) => Span,
  type: BodyType = block.type,
): LabelledBlock {
  return withSpans(block, block.spans.map(change), type);
}

function isCaption({ label }: Span): boolean {
  return label === 'caption';
}

function keepCaption(span: Span): Span {
  return isCaption(span) ? relabelSpan(span, 'body', `option captions: ${span.rule}`) : span;
}

function dropTable(span: Span): Span {
  return span.label === 'body' ? relabelSpan(span, 'table', 'option tables') : span;
}
