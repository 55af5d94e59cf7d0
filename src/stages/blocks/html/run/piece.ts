import type { Element } from '../../../../document/document.ts';

/** A stretch of a run that becomes a block, in units of the run's text. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly element: Element;
  readonly hidden: boolean;
  /** Stretches inside it that readers do not see, as flat pairs of start and end. */
  readonly unseen: readonly number[];
}
