import { TOKEN, type TokenList } from '../tokens/token-list.ts';

// Set on the open benchmark, in tokens and lines.
/** A line above the article that holds more tokens is text. */
const MAX_HEAD_LINE = 14;
/** Lines above the article: byline, date, place. */
const MAX_HEAD_LINES = 4;
/** Where no more is left behind them, the short lines are the article: a list, a table. */
const MIN_REST = 30;
/** A dateline has no more tokens: place, day, agency. */
const MAX_DATELINE = 10;
/** Tokens of a dateline that need no capital: `МОСКВА, 24 ноя`. */
const MAX_SMALL = 1;
const DATELINE_END = /\s[-–—―]+\s|[—―]|[:)]\s|\)\s?[-–—―.:]/u;
const LIST_FOLLOWS = /[:：]\s*$/;
const DASH = /\s[-–—―]+\s|[—―]|\)\s?[-–—―.:]/u;

/** The first token of an article that counts: behind the byline, the date and the dateline above its text. */
export function contentStart(text: string, tokens: TokenList): number {
  const line = firstLine(text, tokens);
  return line + datelineLength(text, tokens, line);
}

function firstLine(text: string, { kinds, starts, count }: TokenList): number {
  let start = 0;
  for (let lines = 0; lines < MAX_HEAD_LINES; lines++) {
    let end = start + 1;
    while (end < count && (kinds[end]! & TOKEN.line) === 0) end += 1;
    if (end - start > MAX_HEAD_LINE || count - end < MIN_REST) return start;
    if (kinds[end - 1]! & TOKEN.closes) return start;
    if (LIST_FOLLOWS.test(text.slice(starts[end - 1]!, starts[end]!))) return start;
    start = end;
  }
  return start;
}

/** Tokens of the dateline with which a line begins: `WASHINGTON, Oct. 2 (AP) —`, `(AP)`, `VIENNA:`. */
function datelineLength(text: string, { kinds, starts, count }: TokenList, from: number): number {
  let small = 0;
  let length = 0;
  for (let i = from; i < Math.min(count - 1, from + MAX_DATELINE); i++) {
    if (i > from && kinds[i]! & TOKEN.line) break;
    const kind = kinds[i]!;
    if ((kind & (TOKEN.capital | TOKEN.number | TOKEN.unspaced)) === 0) small += 1;
    if (small > MAX_SMALL) break;
    const stretch = text.slice(starts[i]!, starts[i + 1]!);
    if (!DATELINE_END.test(stretch)) continue;
    length = i + 1 - from;
    if (DASH.test(stretch)) break;
  }
  return length;
}
