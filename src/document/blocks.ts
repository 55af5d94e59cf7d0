import type { BodyType } from '../contract/labels.ts';
import type { Block, Context, EditedText, LabelledBlock, Pin, Span } from './document.ts';

const NO_PINS: readonly Pin[] = [];
const NO_SPANS: readonly Span[] = [];

/** What a block is made of before any rule has spoken. */
export type BlockParts = Omit<Block, 'pins'>;

/**
 * The one place that makes blocks, labelled or not: all have the same fields in the same order, since V8 throws
 * optimized code away when it meets objects of one kind in several shapes, and a spread makes a new shape.
 */
function shaped(
  type: BodyType,
  block: BlockParts,
  copy: EditedText,
  pins: readonly Pin[],
  spans: readonly Span[],
): LabelledBlock {
  return {
    type,
    level: block.level,
    depth: block.depth,
    ordered: block.ordered,
    role: block.role,
    offset: block.offset,
    copy,
    context: block.context,
    breaks: block.breaks,
    piece: block.piece,
    pins,
    spans,
  };
}

/** A new block, without pins. */
export function createBlock(parts: BlockParts): Block {
  return shaped(parts.type, parts, parts.copy, NO_PINS, NO_SPANS);
}

/** The block with its text edited. Pins are in units of the text, so edits come before them. */
export function withCopy(block: Block, copy: EditedText): Block {
  return shaped(block.type, block, copy, block.pins, NO_SPANS);
}

/** The block with what the user's rules say of it. */
export function withPins(block: Block, pins: readonly Pin[]): Block {
  return shaped(block.type, block, block.copy, pins, NO_SPANS);
}

/** The block with labels, or with other ones; `type` where the labels show that it is another than its markup says. */
export function withSpans(
  block: Block,
  spans: readonly Span[],
  type: BodyType = block.type,
): LabelledBlock {
  return shaped(type, block, block.copy, block.pins, spans);
}

/** How a block looked in its source, with the same fields in the same order wherever it came from. */
export function contextOf(
  gap: number,
  element: Context['element'],
  linkShare: number,
  boldShare: number,
  hidden: boolean,
): Context {
  return { gap, element, linkShare, boldShare, hidden };
}
