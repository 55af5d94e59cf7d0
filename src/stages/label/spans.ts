import type { Warning } from '../../contract/article.ts';
import { type BodyType, isRemoved } from '../../contract/labels.ts';
import type { Block, Document, Labelled, LabelledBlock, Span } from '../../document/document.ts';
import type { HeadContext } from './regions/head.ts';
import { mixedSpans } from './regions/mixed-lines.ts';
import { withOneSection } from './regions/sections.ts';
import { isSubhead } from './regions/subhead.ts';
import { headTitle } from './title/title-in-page.ts';
import { type Judged, type Verdict, verdict } from './verdict.ts';

/** From this certainty on a line of furniture is not looked at for facts. */
const SURE = 0.9;

/** Makes the labelled document: each block's verdict becomes spans, lines of several facts are parted. */
export function labelSpans(
  document: Document,
  judged: readonly Judged[],
  context: HeadContext,
  warnings: readonly Warning[],
): Labelled {
  const titleElement = context.html ? headTitle(judged) : null;
  const following = nextBodyBlocks(judged);
  const blocks = judged.map((item, i): LabelledBlock => {
    const { block, verdict: known } = item;
    if (i === context.title) return labelled(block, verdict('title', 'title', 0.9));
    if (i === titleElement) return labelled(block, verdict('title', 'title-element', 0.6));
    const mixed = i < context.bodyStart ? factsOf(item, context) : null;
    if (mixed) return { ...block, spans: mixed };
    const typed = { ...block, ...typeOf(item, following[i], context.html) };
    return labelled(typed, known ?? verdict('navigation', 'above-title', 0.5));
  });
  return {
    ...document,
    blocks: withOneSection(blocks, context.title, context.phrases),
    warnings: [...document.warnings, ...warnings],
  };
}

/** The facts of a line of the head that no sure rule has named. */
function factsOf({ block, verdict: known }: Judged, context: HeadContext): readonly Span[] | null {
  if (block.context.hidden) return null;
  const open = !known || (isRemoved(known.label) && known.certainty < SURE);
  return open ? mixedSpans(block.copy.text, context) : null;
}

/** For each block the next block of the body behind it. */
function nextBodyBlocks(judged: readonly Judged[]): (Block | undefined)[] {
  let next: Block | undefined;
  return judged
    .map((_, i) => judged.length - 1 - i)
    .map((i) => {
      const following = next;
      if (judged[i]!.verdict?.label === 'body') next = judged[i]!.block;
      return following;
    })
    .reverse();
}

function typeOf(
  { block, verdict: known }: Judged,
  next: Block | undefined,
  html: boolean,
): { type?: BodyType } {
  return known?.label === 'body' && isSubhead(block, next, html) ? { type: 'heading' } : {};
}

function labelled(block: Block, { label, rule, certainty }: Verdict): LabelledBlock {
  const { length } = block.copy.text;
  const whole: Span = { start: 0, end: length, label, rule, certainty };
  const marked = block.marker > 0 && label === 'body' && block.type === 'list-item';
  if (!marked) return { ...block, spans: [whole] };
  return {
    ...block,
    spans: [
      { ...whole, end: block.marker, syntax: true },
      { ...whole, start: block.marker },
    ],
  };
}
