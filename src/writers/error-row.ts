/** The row that stands in the place of a row that failed, with its newline. */
export function errorRow(
  id: string | number | null,
  error: { code: string; message: string },
): string {
  return `${JSON.stringify({ id, error: { code: error.code, message: error.message } })}\n`;
}
