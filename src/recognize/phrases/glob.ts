/** Where a part of a pattern may end that begins at a token: `mark` each place, a number of tokens from the start. */
export type MarkEnds<Part> = (
  part: Part,
  tokens: readonly string[],
  at: number,
  mark: (end: number) => void,
) => void;

/**
 * Whether the parts of a pattern, one behind the other, make up all tokens; in time of the product of both lengths.
 *
 * @param endsOf where one part may end.
 */
export function matchesAll<Part>(
  parts: readonly Part[],
  tokens: readonly string[],
  endsOf: MarkEnds<Part>,
): boolean {
  const places = tokens.length + 1;
  let reached = new Uint8Array(places);
  let next = new Uint8Array(places);
  reached[0] = 1;
  for (const part of parts) {
    let any = false;
    const mark = (end: number): void => {
      next[end] = 1;
      any = true;
    };
    for (let at = 0; at < places; at++) if (reached[at] === 1) endsOf(part, tokens, at, mark);
    if (!any) return false;
    [reached, next] = [next, reached];
    next.fill(0);
  }
  return reached[places - 1] === 1;
}
