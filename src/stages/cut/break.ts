import type { Seam } from '../../document/document.ts';

/** A place where one line is cut. */
export interface Break {
  /** Where the second piece begins, in UTF-16 units of the line. */
  readonly at: number;
  readonly seam: Seam;
}

/** A break where two things meet that are not known to be paragraphs. */
export function breakAt(at: number): Break {
  return { at, seam: 'blocks' };
}
