/** What is found in a text, whose language may be known. */
type Find<Result> = (text: string, language?: string) => Result;

const MAX_REMEMBERED = 4096;
const MAX_LENGTH = 300;

/**
 * The same function, which remembers what it found in the last few thousand short texts: several rules ask the same
 * of one line, and a site's pages repeat their lines. The results are shared, so they must not be changed.
 */
export function remembering<Result>(find: Find<Result>): Find<Result> {
  const known = new Map<string | undefined, Map<string, Result>>();
  let size = 0;
  return (text, language) => {
    if (text.length > MAX_LENGTH) return find(text, language);
    const own = known.get(language);
    const found = own?.get(text);
    if (own && (found !== undefined || own.has(text))) return found as Result;
    const result = find(text, language);
    if (size >= MAX_REMEMBERED) {
      known.clear();
      size = 0;
    }
    const into = known.get(language) ?? new Map<string, Result>();
    known.set(language, into.set(text, result));
    size += 1;
    return result;
  };
}
