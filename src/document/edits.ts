import type { Edit, EditedText } from './document.ts';

const NO_LAYERS: readonly never[] = [];

/** Text that nothing was done to yet. */
export function unedited(source: string): EditedText {
  return { source, layers: NO_LAYERS, text: source };
}

/** The text with sorted, non-overlapping edits applied. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let out = '';
  let from = 0;
  for (const edit of edits) {
    out += text.slice(from, edit.offset) + edit.replacement;
    from = edit.offset + edit.length;
  }
  return out + text.slice(from);
}

/**
 * Adds a stage's edits (sorted, non-overlapping, in units of `edited.text`) as one more layer.
 * An edit that begins or ends inside an earlier replacement grows to that replacement's edges, so
 * that every edge of every edit has a place in the source.
 */
export function addLayer(edited: EditedText, edits: readonly Edit[]): EditedText {
  if (edits.length === 0) return edited;
  const layer = edited.layers.length === 0 ? edits : grow(edited, edits);
  return {
    source: edited.source,
    layers: [...edited.layers, layer],
    text: applyEdits(edited.text, layer),
  };
}

/** Where an offset of `edited.text` stands in `edited.source`; inside a replacement: where that began. */
export function toSource(edited: EditedText, offset: number): number {
  return toLayer(edited, offset, -1);
}

/** An offset of `edited.text` in units of the text that layer number `layer` gave (-1: the source). */
export function toLayer(edited: EditedText, offset: number, layer: number): number {
  let at = offset;
  for (let i = edited.layers.length - 1; i > layer; i--) at = throughLayer(edited.layers[i]!, at);
  return at;
}

/** Where an offset of `edited.source` went in `edited.text`; inside a replaced stretch: the replacement's end. */
export function fromSource(edited: EditedText, offset: number): number {
  return edited.layers.reduce((at, layer) => {
    let shift = 0;
    for (const edit of layer) {
      if (at <= edit.offset) break;
      const end = edit.offset + edit.length;
      if (at < end) return edit.offset + shift + edit.replacement.length;
      shift += edit.replacement.length - edit.length;
    }
    return at + shift;
  }, offset);
}

/** The nearest offset at or before `offset` that does not lie inside a replacement. */
export function edgeBefore(edited: EditedText, offset: number): number {
  let at = offset;
  for (;;) {
    const inside = replacementAround(edited, at);
    if (inside === null) return at;
    at = inside.start;
  }
}

/** The nearest offset at or after `offset` that does not lie inside a replacement. */
export function edgeAfter(edited: EditedText, offset: number): number {
  let at = offset;
  for (;;) {
    const inside = replacementAround(edited, at);
    if (inside === null) return at;
    at = inside.end;
  }
}

/** An offset of a layer's output in units of its input. */
function throughLayer(layer: readonly Edit[], offset: number): number {
  let shift = 0;
  for (const edit of layer) {
    const start = edit.offset + shift;
    if (offset <= start) break;
    if (offset < start + edit.replacement.length) return edit.offset;
    shift += edit.replacement.length - edit.length;
  }
  return offset - shift;
}

/** The replacement, in units of the final text, that holds this offset strictly inside. */
function replacementAround(
  edited: EditedText,
  offset: number,
): { start: number; end: number } | null {
  let at = offset;
  for (let i = edited.layers.length - 1; i >= 0; i--) {
    const hit = editAround(edited.layers[i]!, at);
    if (hit !== null) {
      return { start: offset - hit.before, end: offset + hit.after };
    }
    at = throughLayer(edited.layers[i]!, at);
  }
  return null;
}

function editAround(
  layer: readonly Edit[],
  offset: number,
): { before: number; after: number } | null {
  let shift = 0;
  for (const edit of layer) {
    const start = edit.offset + shift;
    const end = start + edit.replacement.length;
    if (offset <= start) return null;
    if (offset < end) return { before: offset - start, after: end - offset };
    shift += edit.replacement.length - edit.length;
  }
  return null;
}

function grow(edited: EditedText, edits: readonly Edit[]): Edit[] {
  const out: Edit[] = [];
  for (const edit of edits) {
    const start = edgeBefore(edited, edit.offset);
    const end = edgeAfter(edited, edit.offset + edit.length);
    const before = edited.text.slice(start, edit.offset);
    const after = edited.text.slice(edit.offset + edit.length, end);
    const grown: Edit = {
      ...edit,
      offset: start,
      length: end - start,
      replacement: before + edit.replacement + after,
    };
    const last = out.at(-1);
    if (last && last.offset + last.length > start)
      out[out.length - 1] = merge(edited.text, last, edit, end);
    else out.push(grown);
  }
  return out;
}

/** Two edits that grew into one another become one; the second is given as it was before it grew. */
function merge(text: string, first: Edit, second: Edit, end: number): Edit {
  const kept = first.offset + first.length - second.offset;
  const head = first.replacement.slice(0, first.replacement.length - Math.max(0, kept));
  const tail = text.slice(second.offset + second.length, end);
  return {
    ...first,
    length: end - first.offset,
    replacement: head + second.replacement + tail,
    certainty:
      first.certainty === 'inferred' || second.certainty === 'inferred' ? 'inferred' : 'reversible',
  };
}
