// WordPress's shortcodes (developer.wordpress.org/apis/shortcode): a name in square brackets, with attributes or, where
// it closes one, a slash. A name alone is none for sure: `[laughter]`.
const SHORTCODES =
  /^(?:\[(?:\/[a-z][\w-]*|[a-z][\w-]*(?:\s+[\w-]+=(?:"[^"\]]*"|'[^'\]]*'|[^\s"'\]]+))+\s*\/?)\]\s*)+$/i;
const CAPTION = /^\[caption(?:\s[^\]]*)?\](?:(?!\[\/caption\]).)*(?:\[\/caption\])?$/i;
/** In UTF-16 units; longer ones hold an article's text. Set by hand. */
const MAX_LENGTH = 500;

/** Whether a line is nothing but what a site's software would have put something else for: `[adrotate group="2"]`. */
export function isShortcodeLine(line: string): boolean {
  return line.startsWith('[') && line.length <= MAX_LENGTH && SHORTCODES.test(line);
}

/** Whether a line is a picture's caption in WordPress's shortcode: `[caption id="1"]The bridge in May.[/caption]`. */
export function isCaptionShortcode(line: string): boolean {
  return line.startsWith('[') && line.length <= MAX_LENGTH && CAPTION.test(line);
}
