import { createBlock, withPins } from './blocks.ts';
import type { Block, Edit, EditedText, Pin, Seam } from './document.ts';
import { applyEdits, toLayer, toSource } from './edits.ts';

const NO_BREAKS: readonly number[] = [];

/**
 * A stretch of a block as a block of its own, with its edits and pins.
 *
 * @param start in UTF-16 units of `copy.text`, as `end`: neither lies inside a replacement
 * @param opens what it begins at
 */
export function pieceOf(whole: Block, start: number, end: number, opens: Seam): Block {
  const { copy, context, pins } = whole;
  const from = toSource(copy, start);
  const piece = createBlock({
    ...whole,
    offset: whole.offset + from,
    copy: copyOf(copy, start, end),
    context: start === 0 ? context : { ...context, gap: 0 },
    breaks: NO_BREAKS,
    piece: { whole, start, end, opens },
  });
  return pins.length === 0 ? piece : withPins(piece, pinsIn(pins, start, end));
}

/** A stretch of an edited text with the edits in it. */
function copyOf(copy: EditedText, start: number, end: number): EditedText {
  const source = copy.source.slice(toSource(copy, start), toSource(copy, end));
  let text = source;
  const layers: (readonly Edit[])[] = [];
  copy.layers.forEach((layer, i) => {
    const from = toLayer(copy, start, i - 1);
    const to = toLayer(copy, end, i - 1);
    const edits = layer
      .filter(({ offset }) => offset >= from && offset < to)
      .map((edit) => ({ ...edit, offset: edit.offset - from }));
    if (edits.length === 0) return;
    layers.push(edits);
    text = applyEdits(text, edits);
  });
  return { source, layers, text };
}

function pinsIn(pins: readonly Pin[], start: number, end: number): Pin[] {
  return pins.flatMap((pin) => {
    const [from, to] = [Math.max(pin.start, start), Math.min(pin.end, end)];
    return from < to ? [{ ...pin, start: from - start, end: to - start }] : [];
  });
}
