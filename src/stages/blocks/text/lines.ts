import { isVisible } from '../../../text/visible.ts';

const LINE_BREAK = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/;
const EDGE_SPACE = /^[ \t\ufeff]+|[ \t\ufeff]+$/g;

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

/** The lines of a text. */
export function linesOf(text: string): Line[] {
  return text.split(LINE_BREAK).map((raw, i) => {
    const trimmed = raw.replace(EDGE_SPACE, '');
    return { raw, text: trimmed, number: i + 1, blank: trimmed === '' || !isVisible(trimmed) };
  });
}
