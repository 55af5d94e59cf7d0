/** A place where one line holds the seam of two blocks. */
export interface Break {
  /** Where the second block begins, in UTF-16 units of the line. */
  readonly at: number;
  /** A paragraph begins there; else it is only proved that two things meet. */
  readonly paragraph: boolean;
}

/** A break where two things meet. */
export function breakAt(at: number): Break {
  return { at, paragraph: false };
}
