import { isRemoved } from '../../contract/labels.ts';
import { withSpans } from '../../document/blocks.ts';
import type {
  Block,
  Document,
  Labelled,
  LabelledBlock,
  Pin,
  Span,
} from '../../document/document.ts';
import { isVisible } from '../../text/visible.ts';

/** The document without the blocks that the user's rules drop as a whole: no rule and no model sees them. */
export function withoutDropped(document: Document): Document {
  const blocks = document.blocks.filter((block) => !isDropped(block));
  return blocks.length === document.blocks.length ? document : { ...document, blocks };
}

/**
 * What the user's rules say, put over what the desk thinks: dropped text is removed, kept text is body unless it has
 * another field already, and where something is kept there is an article.
 *
 * @param document with all its blocks, pinned.
 * @param labelled the labels of `withoutDropped(document)`.
 */
export function withPins(document: Document, labelled: Labelled): Labelled {
  if (document.blocks.every(({ pins }) => pins.length === 0)) return labelled;
  const labels = labelled.blocks.values();
  const blocks = document.blocks.map((block): LabelledBlock => {
    if (isDropped(block)) {
      const { pins } = block;
      return withSpans(
        block,
        pins.map((pin) => ({ start: pin.start, end: pin.end, ...dropped(pin) })),
      );
    }
    const own = labels.next().value!;
    return own.pins.length === 0 ? own : withSpans(own, pinned(own.spans, own), own.type);
  });
  const hasBody = blocks.some(({ spans }) => spans.some((span) => span.label === 'body'));
  const warnings = labelled.warnings.filter(({ code }) => code !== 'no-article' || !hasBody);
  return { ...labelled, blocks, warnings };
}

/** Whether nothing that shows is left of a block. */
function isDropped({ pins, copy }: Block): boolean {
  if (pins.length === 0) return false;
  let from = 0;
  for (const { start, end, keep } of pins) {
    if (keep && isVisible(copy.text.slice(start, end))) return false;
    if (isVisible(copy.text.slice(from, start))) return false;
    from = end;
  }
  return !isVisible(copy.text.slice(from));
}

/** A block's spans, cut at the edges of its pins, and labelled as these say. */
function pinned(spans: readonly Span[], { pins, copy }: LabelledBlock): Span[] {
  const stretches = stretchesOf(pins, copy.text.length);
  return spans.flatMap((span) =>
    stretches.flatMap(({ start, end, pin }): Span[] => {
      const part = { ...span, start: Math.max(span.start, start), end: Math.min(span.end, end) };
      if (part.start >= part.end) return [];
      return [pin ? ruled(part, pin) : part];
    }),
  );
}

/** The pins of a text and what stands between them. */
function stretchesOf(
  pins: readonly Pin[],
  length: number,
): { start: number; end: number; pin: Pin | null }[] {
  let from = 0;
  const pinned = pins.flatMap((pin) => {
    const between = { start: from, end: pin.start, pin: null };
    from = pin.end;
    return [between, { start: pin.start, end: pin.end, pin }];
  });
  return [...pinned, { start: from, end: length, pin: null }];
}

function ruled(span: Span, pin: Pin): Span {
  const { start, end, label } = span;
  if (!pin.keep) {
    return isRemoved(label) ? { ...span, ...dropped(pin), label } : { start, end, ...dropped(pin) };
  }
  if (!isRemoved(label) && label !== 'body') return span;
  return { ...span, label: 'body', rule: nameOf(pin), certainty: 1 };
}

function dropped(pin: Pin): Pick<Span, 'label' | 'rule' | 'certainty'> {
  return { label: 'other', rule: nameOf(pin), certainty: 1 };
}

function nameOf({ pattern }: Pin): string {
  return `user-rule: ${pattern}`;
}
