/** V8 copies a slice of fewer UTF-16 units than this; a longer one keeps the string that it was cut from (`SlicedString::kMinLength`). */
const MIN_SLICE = 13;

/** The same text in memory of its own: for parts of a page that outlive it in articles and caches. */
export function detached(text: string): string {
  return text.length < MIN_SLICE ? text : ` ${text}`.slice(1);
}
