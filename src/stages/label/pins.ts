import { isRemoved } from '../../contract/labels.ts';
import { withSpans } from '../../document/blocks.ts';
import type { Block, LabelledBlock, Pin, Span } from '../../document/document.ts';
import type { RuleName } from '../../document/rules.ts';
import { relabelSpan, spanOf, verdictOf } from '../../document/spans.ts';
import { verdict } from '../../document/verdict.ts';
import { isVisible } from '../../text/visible.ts';
import type { Read } from '../read/index.ts';
import type { Spanned } from './spans.ts';

/** The document without the blocks that the user's rules drop as a whole: no rule and no model sees them. */
export function withoutDropped(read: Read): Read {
  const lines = read.lines.filter(({ block }) => !isDropped(block));
  if (lines.length === read.lines.length) return read;
  return { ...read, lines, blocks: lines.map(({ block }) => block) };
}

/**
 * What the user's rules say, put over what the desk thinks: dropped text is removed, kept text is body unless it has
 * another field already, and where something is kept there is an article.
 *
 * @param read with all its blocks, pinned.
 * @param spanned the labels of `withoutDropped(read)`.
 */
export function withPins(read: Read, spanned: Spanned): Spanned {
  if (read.blocks.every(({ pins }) => pins.length === 0)) return spanned;
  const labels = spanned.blocks.values();
  const blocks = read.blocks.map((block): LabelledBlock => {
    if (isDropped(block)) {
      return withSpans(
        block,
        block.pins.map((pin) => spanOf(verdict('other', nameOf(pin)), pin.start, pin.end, false)),
      );
    }
    const own = labels.next().value!;
    return own.pins.length === 0 ? own : withSpans(own, pinned(own.spans, own), own.type);
  });
  const hasBody = blocks.some(({ spans }) => spans.some((span) => span.label === 'body'));
  const warnings = spanned.warnings.filter(({ code }) => code !== 'no-article' || !hasBody);
  return { ...spanned, blocks, warnings };
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
      const [from, to] = [Math.max(span.start, start), Math.min(span.end, end)];
      if (from >= to) return [];
      const part = spanOf(verdictOf(span), from, to, span.syntax);
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
  const isGone = isRemoved(span.label);
  if (!pin.keep) return relabelSpan(span, isGone ? span.label : 'other', nameOf(pin));
  return isGone || span.label === 'body' ? relabelSpan(span, 'body', nameOf(pin)) : span;
}

function nameOf({ pattern }: Pin): RuleName {
  return `user-rule: ${pattern}`;
}
