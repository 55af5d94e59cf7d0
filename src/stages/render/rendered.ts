import type { LabelledBlock, Link, Picture } from '../../document/document.ts';
import type { Described } from '../metadata/described.ts';

/** A described document and what of its page's markup is shown; each null unless asked for, and in plain text. */
export interface Rendered extends Described {
  readonly links: ReadonlyMap<LabelledBlock, readonly Link[]> | null;
  readonly images: readonly Picture[] | null;
  /** The article's body as sanitized HTML. */
  readonly html: string | null;
}
