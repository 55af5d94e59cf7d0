import type { Article } from '../contract/article.ts';
import { describe } from '../contract/errors.ts';
import type { Source } from '../contract/input.ts';
import type { Failure, Pipeline } from '../pipeline.ts';
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
  /** @throws {InputError} when it cannot be read */
  load(): Source | Promise<Source>;
}

/** What became of an item. */
export type Outcome =
  | { readonly item: Item; readonly article: Article }
  | { readonly item: Item; readonly error: Failure['error'] };

/** Reads and cleans an item; whatever goes wrong becomes a failure. */
export async function clean(item: Item, pipeline: Pipeline): Promise<Outcome> {
  try {
    const source = await item.load();
    return { item, article: pipeline.clean(source) };
  } catch (error) {
    return { item, error: describe(error) };
  }
}
