/** All strings in a JSON value, keys too. */
function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(stringsOf);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [key, ...stringsOf(inner)]);
}

/** The strings in a JSON value that hold half a surrogate pair. */
export function illFormed(value: unknown): string[] {
  return stringsOf(value).filter((text) => !text.isWellFormed());
}
