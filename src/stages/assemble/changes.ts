import type { Change, Edit, EditedText, LabelledBlock } from '../../document/document.ts';
import { applyEdits, toLayer, toSource } from '../../document/edits.ts';
import { locate } from '../../document/positions.ts';
import type { Described } from '../metadata/described.ts';
import type { Placed } from './homes.ts';

/** A change, and the block and layer that it lies in. */
export interface BlockChange {
  readonly change: Change;
  readonly block: LabelledBlock;
  readonly layer: number;
  /** Where the replacement begins, in units of the text that the layer gave. */
  readonly offset: number;
}

/** The entries of `changes` for all edits, by block and stage. */
export function blockChanges({ blocks, positions }: Described): BlockChange[] {
  return blocks.flatMap((block) => {
    const { source, layers } = block.copy;
    let text = source;
    return layers.flatMap((edits, layer) => {
      const before: EditedText = { source, layers: layers.slice(0, layer), text };
      const given = text;
      text = applyEdits(text, edits);
      let shift = 0;
      return edits.map((edit): BlockChange => {
        const place = locate(positions, block.offset + toSource(before, edit.offset));
        const offset = edit.offset + shift;
        shift += edit.replacement.length - edit.length;
        return { change: changeOf(edit, given, place, positions.unit), block, layer, offset };
      });
    });
  });
}

function changeOf(
  edit: Edit,
  given: string,
  place: { unit: number; column: number },
  unit: 'line' | 'node',
): Change {
  return {
    at:
      unit === 'line'
        ? { line: place.unit, column: place.column + 1 }
        : { node: place.unit, offset: place.column },
    stage: edit.stage,
    rule: edit.rule,
    before: given.slice(edit.offset, edit.offset + edit.length),
    after: edit.replacement,
    certainty: edit.certainty,
    ...(edit.chain ? { chain: edit.chain.map((link) => ({ ...link })) } : {}),
  };
}

/**
 * The change with the number of the span that it lies in, and its offset there after its stage. A span's
 * stretch reaches up to the next span's start.
 */
export function inSpan(
  { change, block, layer, offset }: BlockChange,
  placed: ReadonlyMap<
    LabelledBlock,
    readonly { readonly index: number; readonly placed: Placed }[]
  >,
): Change {
  const spans = placed.get(block) ?? [];
  const found = spans.findLast(
    ({ placed: span }, i) => i === 0 || toLayer(block.copy, span.start, layer) <= offset,
  );
  if (!found) return change;
  const start = toLayer(block.copy, found.placed.start, layer);
  return offset < start ? change : { ...change, span: found.index, offset: offset - start };
}
