import { linesOf } from '../../dedupe/site-lines/page-lines.ts';
import { templateLines } from '../../dedupe/site-lines/template-lines.ts';
import { withSpans } from '../../document/blocks.ts';
import type { LabelledBlock, Span, Stage } from '../../document/document.ts';
import { relabelSpan } from '../../document/spans.ts';
import { type Labelled, layoutOfLabels } from '../label/labelled.ts';

/**
 * Where more of the body than this share is what other pages have too, the page is a copy of theirs, and nothing is
 * removed. Set by hand.
 */
const MAX_SHARE = 0.5;

/** Makes the stage that takes out of the body what a site repeats. A byline, a date or a title stays what it is. */
export function createSiteTemplates(): Stage<Labelled, Labelled> {
  return (document) => {
    if (document.site === null) return document;
    const reasons = templateLines(linesOf(document), document.site);
    const isTemplate = ({ spans }: LabelledBlock, i: number): boolean =>
      reasons[i] !== null && spans.some(isBody);
    const removed = bodyLength(document.blocks.filter(isTemplate));
    if (removed === 0 || removed > MAX_SHARE * bodyLength(document.blocks)) return document;
    const blocks = document.blocks.map((block, i) =>
      isTemplate(block, i) ? withSpans(block, block.spans.map(relabelled)) : block,
    );
    return { ...document, blocks, layout: layoutOfLabels(blocks) };
  };
}

function isBody({ label }: Span): boolean {
  return label === 'body';
}

function relabelled(span: Span): Span {
  return isBody(span) ? relabelSpan(span, 'site-template', 'site-lines') : span;
}

function bodyLength(blocks: readonly LabelledBlock[]): number {
  return blocks
    .flatMap(({ spans }) => spans.filter(isBody))
    .reduce((sum, { start, end }) => sum + end - start, 0);
}
