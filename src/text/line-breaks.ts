/** A stretch of a text at which a line ends, in UTF-16 units. */
export interface LineBreak {
  readonly start: number;
  readonly end: number;
}

const NEXT_LINE = '\u0085';
/** All that breaks lines for certain. */
const BREAK = /\r\n|[\n\r\f\v\u2028\u2029]/;
const BREAKS = /\r\n|[\n\r\f\v\u0085\u2028\u2029]/g;
/** C1 controls but the next line, which nobody writes. */
const OTHER_CONTROL = /[\u0080-\u0084\u0086-\u009f]/;
/** What stands behind an ellipsis, or inside a word: a space, the line's end, a small letter, a mark or a control. */
const GOES_ON = /^(?:$|[\s\p{Ll}\p{Pe}\p{Pf}\u0080-\u009f,.;:!?"'])/u;
const SENTENCE_END = /[.!?][\p{Pf}\p{Pe}"'\u0092\u0094]?$/u;
const SENTENCE_START = /^[\p{Pi}\p{Ps}"'\u0091\u0093]?[\p{Lu}\p{Nd}]/u;
const LEAD = /(?:^|[^\p{Lu}])(?=\p{sc=Latn})[^\P{Lu}A-Z]$/u;
const WORD_BEFORE = /[\p{L}\p{N}\p{Pe}\p{Pf}\u0080-\u009f"',!?]$/u;
/** Where one stands before a word. */
const BEFORE_ELLIPSIS = /(?:^|[\s\p{Ps}\p{Pi}"'])$/u;
const WORD_AFTER = /^ ?\p{Ll}/u;

// Bytes of UTF-8 by RFC 3629, section 4.
const FIRST_CONTINUATION = 0x80;
const LAST_CONTINUATION = 0xbf;
const FIRST_LEAD = 0xc2;
const LAST_LEAD = 0xf4;
const LEAD_OF_THREE = 0xe0;
const LEAD_OF_FOUR = 0xf0;
/** ß, which ends German words and begins letters that no newspaper writes. */
const SHARP_S = 0xdf;

/**
 * Where the lines of a text end. U+0085 ends one where somebody meant it; in text whose bytes were read as Latin-1 it is
 * half of a letter (ą, х, υ, Å in UTF-8) or an ellipsis (windows-125x), and what is left of the damage must not be torn.
 */
export function lineBreaks(text: string): readonly LineBreak[] {
  const isBreak = text.includes(NEXT_LINE) ? nextLines(text) : null;
  const found: LineBreak[] = [];
  for (const { index, 0: match } of text.matchAll(BREAKS)) {
    if (match !== NEXT_LINE || isBreak?.has(index))
      found.push({ start: index, end: index + match.length });
  }
  return found;
}

/** The lines of a text, without what ends them. */
export function splitLines(text: string): string[] {
  if (!text.includes(NEXT_LINE)) return text.split(BREAK);
  const lines: string[] = [];
  let from = 0;
  for (const { start, end } of lineBreaks(text)) {
    lines.push(text.slice(from, start));
    from = end;
  }
  lines.push(text.slice(from));
  return lines;
}

/**
 * The places of U+0085 that end a line: in text that holds other controls only between two sentences, in other text all
 * that are no halves of letters, unless the line goes on behind each of them.
 */
function nextLines(text: string): ReadonlySet<number> {
  const places: number[] = [];
  for (let at = text.indexOf(NEXT_LINE); at >= 0; at = text.indexOf(NEXT_LINE, at + 1)) {
    if (!isInUtf8(text, at) && !isBehindLead(text, at)) places.push(at);
  }
  if (OTHER_CONTROL.test(text)) return new Set(places.filter((at) => isBetweenSentences(text, at)));
  return new Set(places.every((at) => isInside(text, at)) ? [] : places);
}

/** Whether U+0085 is a byte of a UTF-8 character that was read as Latin-1. */
function isInUtf8(text: string, at: number): boolean {
  for (let back = 1; back <= 3; back++) {
    const byte = text.charCodeAt(at - back);
    if (isContinuation(byte)) continue;
    if (!(byte >= FIRST_LEAD && byte <= LAST_LEAD) || byte === SHARP_S) return false;
    const length = byte < LEAD_OF_THREE ? 2 : byte < LEAD_OF_FOUR ? 3 : 4;
    if (back >= length) return false;
    for (let k = 1; k < length; k++)
      if (!isContinuation(text.charCodeAt(at - back + k))) return false;
    return true;
  }
  return false;
}

/**
 * Whether what stands before U+0085 is what most of the ISO 8859 charsets have for the first byte of a letter: a capital
 * with an accent behind a small letter or none.
 */
function isBehindLead(text: string, at: number): boolean {
  return LEAD.test(text.slice(Math.max(0, at - 2), at));
}

function isContinuation(unit: number): boolean {
  return unit >= FIRST_CONTINUATION && unit <= LAST_CONTINUATION;
}

function isBetweenSentences(text: string, at: number): boolean {
  const isEnd = SENTENCE_END.test(text.slice(Math.max(0, at - 2), at));
  return isEnd && SENTENCE_START.test(text.slice(at + 1, at + 3));
}

/** Whether U+0085 stands where a letter or an ellipsis does: the line goes on behind it. */
function isInside(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at + 1, at + 3);
  if (WORD_BEFORE.test(before) && GOES_ON.test(after)) return true;
  return BEFORE_ELLIPSIS.test(before) && WORD_AFTER.test(after);
}
