import type { Article } from '../contract/article.ts';
import { errorRow, type RowPlace } from './error-row.ts';
import { BETWEEN, type Format } from './format-names.ts';
import { format, headOf } from './formats.ts';
import type { Selection } from './select.ts';

/** Makes one file of articles, piece by piece. */
export interface Encoder {
  /** What an article adds; often nothing, where rows are gathered. */
  add(article: Article): string | Uint8Array;
  /** What stands in the place of a row that failed; '' for nothing. */
  fail(
    id: string | null,
    place: RowPlace,
    error: { readonly code: string; readonly message: string },
  ): string;
  /** What ends the file. */
  end(): string | Uint8Array;
}

/**
 * Makes an encoder.
 *
 * @param fields the fields that are written; `null` for all
 */
export async function createEncoder(as: Format, fields: Selection | null): Promise<Encoder> {
  if (as === 'parquet') {
    const { createParquetEncoder } = await import('./parquet/encoder.ts');
    return { ...(await createParquetEncoder(fields)), fail: () => '' };
  }
  let isFirst = true;
  const head = (): string => {
    const text = isFirst ? headOf(as, fields) : '';
    isFirst = false;
    return text;
  };
  return {
    add(article) {
      const before = isFirst ? '' : BETWEEN[as];
      return before + head() + format(article, as, fields);
    },
    fail: (id, place, error) => (as === 'ndjson' ? errorRow(id, place, error) : ''),
    end: head,
  };
}
