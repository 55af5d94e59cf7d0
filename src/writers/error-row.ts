/** Where a row stood, as articles say it in `source`. */
export interface RowPlace {
  /** Null for standard input. */
  readonly path: string | null;
  /** 1-based number of the row in its file; null where the error concerns all of the file. */
  readonly record: number | null;
}

/** The row that stands in the place of a row that failed, with its newline. */
export function errorRow(
  id: string | number | null,
  { path, record }: RowPlace,
  { code, message }: { readonly code: string; readonly message: string },
): string {
  return `${JSON.stringify({ id, source: { path, record }, error: { code, message } })}\n`;
}
