import type { Author } from '../names.ts';

/** What a byline says. */
export interface ParsedByline {
  /** At least one, in the order of the line. */
  readonly authors: readonly Author[];
  /** False for a bare name, which may as well be something else. */
  readonly confident: boolean;
}
