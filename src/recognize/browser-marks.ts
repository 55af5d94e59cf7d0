// What terminal browsers (Lynx, Links) print for what they cannot show: buttons, frames, form fields, links to feeds.
const MARKS =
  /^(?:\(BUTTON\)|IFRAME:\s*\S|\[(?:IMAGE|EMBED|INLINE|USEMAP)\]|#\[?\d*\]?\s?(?:alternate|next|prev|RSS|publisher)\b|\(_\)|\( \)|\[X\]|\[_\])/;
/** In UTF-16 units; longer lines hold an article's text. Set by hand. */
const MAX_LENGTH = 120;

/** Whether a line is a mark of a terminal browser for a part of a page: `(BUTTON) Search`, `IFRAME: //ads.example`. */
export function isBrowserMark(line: string): boolean {
  return line.length <= MAX_LENGTH && MARKS.test(line);
}
