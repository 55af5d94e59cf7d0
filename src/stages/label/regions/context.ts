import type { Layout } from '../../../document/layout.ts';
import type { Reading } from '../../read/reading.ts';

/** What the lines of a region are labelled by. */
export interface RegionContext extends Layout {
  readonly html: boolean;
  /** Key of the page's own description, '' when it has none. */
  readonly description: string;
  readonly reading: Reading;
  /** For each line whether it is taken for body. */
  readonly isBody: readonly boolean[];
}
