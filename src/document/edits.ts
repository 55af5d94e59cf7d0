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
    const { starts, ends } = outputOf(layer);
    const i = lastBefore(layer.length, (k) => layer[k]!.offset < at);
    if (i < 0) return at;
    const end = layer[i]!.offset + layer[i]!.length;
    return at < end ? starts[i]! + layer[i]!.replacement.length : at + ends[i]! - end;
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

/** Where the replacements of a layer begin and end in its output. */
interface Output {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** By layer: worked out when it is first asked for, since a layer of a long text may have a million edits. */
const OUTPUTS = new WeakMap<readonly Edit[], Output>();

function outputOf(layer: readonly Edit[]): Output {
  const known = OUTPUTS.get(layer);
  if (known !== undefined) return known;
  const starts = new Int32Array(layer.length);
  const ends = new Int32Array(layer.length);
  let shift = 0;
  for (const [i, { offset, length, replacement }] of layer.entries()) {
    starts[i] = offset + shift;
    ends[i] = starts[i]! + replacement.length;
    shift += replacement.length - length;
  }
  const output = { starts, ends };
  OUTPUTS.set(layer, output);
  return output;
}

/** The last of so many ascending places of which something holds that holds of all before it; -1 for none. */
function lastBefore(count: number, holds: (place: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** An offset of a layer's output in units of its input. */
function throughLayer(layer: readonly Edit[], offset: number): number {
  const { starts, ends } = outputOf(layer);
  const i = lastBefore(layer.length, (k) => starts[k]! < offset);
  if (i < 0) return offset;
  const edit = layer[i]!;
  return offset < ends[i]! ? edit.offset : offset - ends[i]! + edit.offset + edit.length;
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
  const { starts, ends } = outputOf(layer);
  const i = lastBefore(layer.length, (k) => starts[k]! < offset);
  if (i < 0 || offset >= ends[i]!) return null;
  return { before: offset - starts[i]!, after: ends[i]! - offset };
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
