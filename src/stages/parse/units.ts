// UTF-16 units that the HTML Standard's tokenizer (13.2.5) treats apart.
const TAB = 0x09;
const LINE_FEED = 0x0a;
const FORM_FEED = 0x0c;
const SPACE = 0x20;
export const QUOTE = 0x22;
export const AMPERSAND = 0x26;
export const APOSTROPHE = 0x27;
export const HYPHEN = 0x2d;
export const SOLIDUS = 0x2f;
export const LESS_THAN = 0x3c;
export const EQUALS = 0x3d;
export const GREATER_THAN = 0x3e;
const DOT = 0x2e;
const COLON = 0x3a;
const LOW_LINE = 0x5f;
const GRAVE = 0x60;
const BEYOND = -1;

/** White space of the HTML Standard; there are no carriage returns any more. */
export function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === TAB || code === FORM_FEED;
}

/** `a` to `z`. */
export function isLower(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

/** `A` to `Z`. */
export function isUpper(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

/** An ASCII letter. */
export function isLetter(code: number): boolean {
  return isLower(code) || isUpper(code);
}

/** What names of tags and attributes are made of, apart from what is rare; never a unit that ends one. */
export function isNameUnit(code: number): boolean {
  return (
    isLower(code) ||
    code === HYPHEN ||
    isUpper(code) ||
    (code >= 0x30 && code <= COLON) ||
    code === LOW_LINE ||
    code === DOT
  );
}

/** Where a text ends: at a tag or a reference. */
export function textEnd(html: string, from: number): number {
  return endAt(html, from, LESS_THAN, AMPERSAND);
}

/** Where the text of a script or style may end. */
export function rawEnd(html: string, from: number): number {
  return endAt(html, from, LESS_THAN, BEYOND);
}

/** Where a quoted value ends: at its quote or a reference. */
export function valueEnd(html: string, from: number, quote: number): number {
  return endAt(html, from, quote, AMPERSAND);
}

/** Where a comment may end. */
export function commentEnd(html: string, from: number): number {
  return endAt(html, from, HYPHEN, LESS_THAN);
}

/** Where the first of these two units stands, or a NUL, which the parser drops or replaces. */
function endAt(html: string, from: number, one: number, other: number): number {
  let end = from;
  while (end < html.length) {
    const code = html.charCodeAt(end);
    if (code === one || code === other || code === 0) break;
    end += 1;
  }
  return end;
}

/** Where an unquoted value ends or is no plain one. */
export function unquotedEnd(html: string, from: number): number {
  let end = from;
  while (end < html.length && isPlainUnquoted(html.charCodeAt(end))) end += 1;
  return end;
}

function isPlainUnquoted(code: number): boolean {
  if (code <= SPACE) return false;
  return (
    code !== GREATER_THAN &&
    code !== AMPERSAND &&
    code !== QUOTE &&
    code !== APOSTROPHE &&
    code !== LESS_THAN &&
    code !== EQUALS &&
    code !== GRAVE
  );
}

/** Where white space ends. */
export function spaceEnd(html: string, from: number): number {
  let end = from;
  while (end < html.length && isSpace(html.charCodeAt(end))) end += 1;
  return end;
}

/** Where a stretch of text without white space ends. */
export function wordEnd(html: string, from: number): number {
  const limit = textEnd(html, from);
  let end = from;
  while (end < limit && !isSpace(html.charCodeAt(end))) end += 1;
  return end;
}
