import type { Article } from '../contract/article.ts';
import type { Failure } from '../pipeline.ts';
import type { RowPlace } from '../writers/error-row.ts';

/** One article to be: a file, standard input, or a row. */
export interface Item {
  /** How messages call it. */
  readonly shown: string;
  /** `null` for a row whose id cannot be told. */
  readonly id: string | null;
  /** Number of the input file among all; rows of one file share it. */
  readonly file: number;
  readonly isRow: boolean;
  /** Where it stood, for the row that stands in its place when it fails. */
  readonly place: RowPlace;
  /** Name of the article's output, without the ending. */
  readonly name: string;
}

/** What became of an item. */
export type Outcome =
  | { readonly item: Item; readonly article: Article }
  | { readonly item: Item; readonly error: Failure['error'] };
