import { splitLines } from '../../../text/line-breaks.ts';
import { isVisible } from '../../../text/visible.ts';

/** A line of plain text. */
export interface Line {
  /** As it stands in the source. */
  readonly raw: string;
  /** Without the spaces around it. */
  readonly text: string;
  /** 1-based. */
  readonly number: number;
  /** Nothing in it is visible. */
  readonly blank: boolean;
}

/** A line without spaces, tabs and byte order marks at its ends. */
function withoutEdgeSpace(raw: string): string {
  let start = 0;
  let end = raw.length;
  while (start < end && isEdgeSpace(raw.charCodeAt(start))) start += 1;
  while (end > start && isEdgeSpace(raw.charCodeAt(end - 1))) end -= 1;
  return end - start === raw.length ? raw : raw.slice(start, end);
}

function isEdgeSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x09 || unit === 0xfeff;
}

/** The lines of a text. */
export function linesOf(text: string): Line[] {
  return splitLines(text).map((raw, i) => {
    const trimmed = withoutEdgeSpace(raw);
    return { raw, text: trimmed, number: i + 1, blank: trimmed === '' || !isVisible(trimmed) };
  });
}
