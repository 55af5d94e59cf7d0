/** Where a document's title and body stand, as indexes of its blocks; decided once, by the label stage. */
export interface Layout {
  /** The title's block; -1 when no block is the title. */
  readonly title: number;
  /** The body's first block, and the one behind its last. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
}
