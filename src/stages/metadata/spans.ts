import type { Label } from '../../contract/labels.ts';
import type { Labelled, LabelledBlock } from '../../document/document.ts';

/** Text of a block that has a label: neighbouring spans together, prefixes included. */
export interface LabelledText {
  readonly block: LabelledBlock;
  readonly text: string;
}

/** Every stretch of a document with a label, in order. */
export function texts(document: Labelled, label: Label): LabelledText[] {
  const out: LabelledText[] = [];
  for (const block of document.blocks) {
    const spans = block.spans.filter((s) => s.label === label);
    const first = spans[0];
    const last = spans.at(-1);
    if (!first || !last || spans.every((s) => s.syntax === true)) continue;
    const text = block.copy.text.slice(first.start, last.end).trim();
    if (text !== '') out.push({ block, text });
  }
  return out;
}

/** The texts of the body's blocks, in order. */
export function bodyTexts(document: Labelled): LabelledText[] {
  return texts(document, 'body').filter(({ text }) => text !== '');
}

/** The first paragraph of the body. */
export function leadOf(document: Labelled): string | null {
  const found = bodyTexts(document);
  const lead =
    found.find(({ block, text }) => block.type === 'paragraph' && text.length > 20) ?? found[0];
  return lead?.text ?? null;
}

const JUST_ABOVE = 4;
const ABOVE_TITLE = 1;
const BELOW_TITLE = 14;
const LONGEST_LINE = 120;
const NEAR_LABELS = new Set([
  'site-template',
  'navigation',
  'other',
  'byline',
  'date',
  'credit',
  'social',
  'section',
  'subtitle',
  'kicker',
  'read-more',
  'breadcrumb',
  'author-bio',
]);

/** Where the last title before the body stands, and where the body begins and ends. */
function trunk({ blocks }: Labelled): { title: number; body: number; end: number } {
  const has = (label: Label) => (b: LabelledBlock) => b.spans.some((s) => s.label === label);
  const body = blocks.findIndex(has('body'));
  const first = body < 0 ? blocks.length : body;
  return {
    title: blocks.slice(0, first).findLastIndex(has('title')),
    body: first,
    end: blocks.findLastIndex(has('body')),
  };
}

/**
 * How far a block lies from the stretch between title and body: 0 inside, 1 right above or inside the body, then the
 * distance from the title or the end of the body.
 */
export function nearness(document: Labelled): (block: LabelledBlock) => number {
  const { title, body, end } = trunk(document);
  const index = new Map(document.blocks.map((b, i) => [b, i]));
  return (block) => {
    const at = index.get(block) ?? 0;
    if (title < 0 || (at >= title && at <= body)) return 0;
    if (at < title) return title - at <= JUST_ABOVE ? 1 : title - at;
    return at <= end ? 1 : at - end + JUST_ABOVE;
  };
}

/** Short texts between title and body, whatever their label, that say when. */
export function nearTitle(document: Labelled): LabelledText[] {
  const { blocks } = document;
  const { title, body } = trunk(document);
  if (title < 0) return [];
  return blocks
    .slice(Math.max(0, title - ABOVE_TITLE), Math.min(body, title + BELOW_TITLE))
    .filter(
      (b) =>
        !b.context.hidden &&
        b.copy.text.length <= LONGEST_LINE &&
        NEAR_LABELS.has(b.spans[0]?.label ?? 'body'),
    )
    .map((block) => ({ block, text: block.copy.text }));
}

/** The blocks from right above the title to the body, whatever their label. */
export function aroundTitle(document: Labelled): LabelledText[] {
  const { title, body } = trunk(document);
  if (title < 0) return [];
  return document.blocks
    .slice(Math.max(0, title - JUST_ABOVE), body)
    .map((block) => ({ block, text: block.copy.text }));
}
