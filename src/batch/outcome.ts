import type { Article } from '../contract/article.ts';
import { InputError } from '../contract/errors.ts';
import type { Failure } from '../pipeline.ts';
import { excerpt } from '../text/printable.ts';

/** One article to be: a file, standard input, or a row. */
export interface Item {
  /** How messages call it. */
  readonly shown: string;
  /** `null` for a row whose id cannot be told. */
  readonly id: string | null;
  /** Number of the input file among all; rows of one file share it. */
  readonly file: number;
  readonly isRow: boolean;
  /** Name of the article's output, without the ending. */
  readonly name: string;
}

/** What became of an item. */
export type Outcome =
  | { readonly item: Item; readonly article: Article }
  | { readonly item: Item; readonly error: Failure['error'] };

/** Code and message of what was thrown for one input. */
export function describe(error: unknown): Failure['error'] {
  if (error instanceof InputError) return { code: error.code, message: error.message };
  const message = error instanceof Error ? error.message : String(error);
  return {
    code: 'internal',
    message: `internal error, please report it: ${excerpt(message, 300)}`,
  };
}
