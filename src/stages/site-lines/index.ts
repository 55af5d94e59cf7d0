import { isRemoved } from '../../contract/labels.ts';
import { linesOf } from '../../dedupe/site-lines/page-lines.ts';
import { templateLines } from '../../dedupe/site-lines/template-lines.ts';
import { withSpans } from '../../document/blocks.ts';
import type { LabelledBlock, Span, Stage } from '../../document/document.ts';
import type { RuleKind } from '../../document/rule-table.ts';
import { relabelSpan } from '../../document/spans.ts';
import { type Labelled, layoutOfLabels } from '../label/labelled.ts';

/**
 * Where more of the body than this share is what other pages have too, the page is a copy of theirs, and nothing is
 * removed. Set by hand.
 */
const MAX_SHARE = 0.5;

/** Kinds of rules that name a line by where it stands, or not at all. */
const GUESSES: ReadonlySet<RuleKind> = new Set<RuleKind>(['place', 'range', 'model']);

/** Makes the stage that takes out of the body what a site repeats. A byline, a date or a title stays what it is. */
export function createSiteTemplates(): Stage<Labelled, Labelled> {
  return (document) => {
    if (document.site === null) return document;
    const reasons = templateLines(linesOf(document), document.site);
    const isTemplate = ({ spans }: LabelledBlock, i: number): boolean =>
      reasons[i] !== null && spans.some(isOpen);
    const removed = bodyLength(document.blocks.filter(isTemplate));
    if (removed > MAX_SHARE * bodyLength(document.blocks)) return document;
    const blocks = document.blocks.map((block, i) =>
      isTemplate(block, i) ? withSpans(block, block.spans.map(relabelled)) : block,
    );
    return { ...document, blocks, layout: layoutOfLabels(blocks) };
  };
}

function isBody({ label }: Span): boolean {
  return label === 'body';
}

/** Whether a span is body, or was taken out of it by the model, which cannot say what it is. */
function isOpen(span: Span): boolean {
  return isBody(span) || (isRemoved(span.label) && GUESSES.has(span.kind));
}

function relabelled(span: Span): Span {
  return isOpen(span) ? relabelSpan(span, 'site-template', 'site-lines') : span;
}

function bodyLength(blocks: readonly LabelledBlock[]): number {
  return blocks
    .flatMap(({ spans }) => spans.filter(isBody))
    .reduce((sum, { start, end }) => sum + end - start, 0);
}
