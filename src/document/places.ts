import type { At } from '../contract/article.ts';
import type { Block, Positions } from './document.ts';
import { toSource } from './edits.ts';
import { locate } from './positions.ts';

/** Where a stretch of a block's text stands in the source. */
export function placeOf(positions: Positions, block: Block, start: number, end = start): At {
  const first = locate(positions, block.offset + toSource(block.copy, start));
  if (positions.unit === 'line') return { line: first.unit, column: first.column + 1 };
  const last = locate(positions, block.offset + toSource(block.copy, Math.max(start, end - 1)));
  return {
    node: first.unit,
    ...(last.unit > first.unit ? { last: last.unit } : {}),
    ...(first.column > 0 ? { offset: first.column } : {}),
  };
}

/** Offsets inside the range at which the block goes on with another line of the source. */
export function lineStarts(
  positions: Positions,
  block: Block,
  range: { readonly start: number; readonly end: number },
): number[] {
  const out: number[] = [];
  let line = locate(positions, block.offset + toSource(block.copy, range.start)).unit;
  const { text } = block.copy;
  const lastLine = locate(positions, block.offset + toSource(block.copy, range.end - 1)).unit;
  if (line === lastLine) return out;
  for (
    let at = text.indexOf(' ', range.start);
    at >= 0 && at < range.end;
    at = text.indexOf(' ', at + 1)
  ) {
    const unit = locate(positions, block.offset + toSource(block.copy, at + 1)).unit;
    if (unit > line) out.push(at + 1);
    line = unit;
  }
  return out;
}
