const NONE: readonly RegExpExecArray[] = [];

/**
 * All matches in a text of an expression with the flag `g` that matches no empty string, in order. `matchAll` gives the
 * same, but makes a copy of the expression each time, which costs ten times what it takes to see that a line has none.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (match === null) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match !== null; match = pattern.exec(text)) found.push(match);
  return found;
}
