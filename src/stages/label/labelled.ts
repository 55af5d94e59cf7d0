import type { Fact, LabelledBlock } from '../../document/document.ts';
import type { Layout } from '../../document/layout.ts';
import type { Read } from '../read/index.ts';

/** A document all of whose text has a label, with at most one title. */
export interface Labelled extends Omit<Read, 'blocks'> {
  readonly blocks: readonly LabelledBlock[];
  readonly layout: Layout;
  /** The title, where it stands in an attribute only and so has no span. */
  readonly titleFact: Fact | null;
  /** The section that a breadcrumb names, which is boilerplate itself; null where none does. */
  readonly crumbSection: string | null;
}

/** Where title and body stand by the labels of the blocks. */
export function layoutOfLabels(blocks: readonly LabelledBlock[]): Layout {
  const has = (label: string) => (block: LabelledBlock) =>
    block.spans.some((span) => span.label === label);
  const first = blocks.findIndex(has('body'));
  return {
    title: blocks.findIndex(has('title')),
    bodyStart: first < 0 ? blocks.length : first,
    bodyEnd: first < 0 ? blocks.length : blocks.findLastIndex(has('body')) + 1,
  };
}
