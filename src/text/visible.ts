import { TRAIT, traitsOf } from './characters/index.ts';

const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const INVISIBLES = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;

/** Whether the text shows anything. */
export function isVisible(text: string): boolean {
  return visibleRange(text, 0, text.length) !== null;
}

/** The text without its invisible characters: what conservation is measured by. */
export function visibleOf(text: string): string {
  return text.replace(INVISIBLES, '');
}

/**
 * The range inside `start`–`end` without invisible characters at its edges (white space, controls, soft hyphens,
 * zero-width and bidi marks, fillers); null when nothing shows.
 */
export function visibleRange(
  text: string,
  start: number,
  end: number,
): { start: number; end: number } | null {
  let from = start;
  let to = end;
  while (from < to) {
    const length = invisibleAt(text, from);
    if (length === 0) break;
    from += length;
  }
  while (to > from) {
    const length = invisibleBefore(text, to);
    if (length === 0) break;
    to -= length;
  }
  return from < to ? { start: from, end: to } : null;
}

/**
 * A range of `text` with what stands at its edges, inside `start`–`end`, that shows nothing and may yet be part of a letter
 * whose bytes were misread: C1 controls, and a no-break space or a soft hyphen behind a character that is no ASCII.
 */
export function withMisread(
  text: string,
  range: { start: number; end: number },
  start: number,
  end: number,
): { start: number; end: number } {
  let from = range.start;
  let to = range.end;
  while (from > start && isC1(text.charCodeAt(from - 1))) from -= 1;
  while (to < end && mayGoOn(text.charCodeAt(to - 1), text.charCodeAt(to))) to += 1;
  return { start: from, end: to };
}

// Code units.
const LAST_ASCII = 0x7f;
const LAST_C1 = 0x9f;
const NO_BREAK_SPACE = 0xa0;
const SOFT_HYPHEN = 0xad;

function isC1(unit: number): boolean {
  return unit > LAST_ASCII && unit <= LAST_C1;
}

function mayGoOn(before: number, unit: number): boolean {
  return isC1(unit) || ((unit === NO_BREAK_SPACE || unit === SOFT_HYPHEN) && before > LAST_ASCII);
}

/** The length of the invisible character that stands here; 0 when it shows. */
function invisibleAt(text: string, at: number): number {
  const traits = traitsOf(text.charCodeAt(at));
  if ((traits & TRAIT.surrogate) === 0) return traits & TRAIT.invisible ? 1 : 0;
  const character = String.fromCodePoint(text.codePointAt(at)!);
  return INVISIBLE.test(character) ? character.length : 0;
}

/** The length of the invisible character that ends here; 0 when it shows. */
function invisibleBefore(text: string, at: number): number {
  const traits = traitsOf(text.charCodeAt(at - 1));
  if ((traits & TRAIT.surrogate) === 0) return traits & TRAIT.invisible ? 1 : 0;
  const pair = text.slice(Math.max(0, at - 2), at);
  const character = pair.length === 2 && pair.codePointAt(0)! > 0xffff ? pair : pair.slice(-1);
  return INVISIBLE.test(character) ? character.length : 0;
}

/** Han, kana, bopomofo and their punctuation: scripts written without spaces, wrapped anywhere. */
const CJK = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\u3000-\u303f\uff00-\uffef]/u;

/** Whether lines that meet at these two characters are joined without a space. */
export function joinsWithoutSpace(before: string, after: string): boolean {
  return CJK.test(before) && CJK.test(after);
}

/** Wide and full-width characters (UAX #11), which take two columns. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g;

/** How many columns of a terminal the text takes. */
export function columnsOf(text: string): number {
  return text.length + (text.match(WIDE)?.length ?? 0);
}

/** A JSON value with half surrogate pairs in its strings replaced by U+FFFD. */
export function wellFormed<Value>(value: Value): Value {
  if (typeof value === 'string') return value.toWellFormed() as Value;
  if (Array.isArray(value)) return value.map(wellFormed) as Value;
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).map(([key, item]) => [
    key.toWellFormed(),
    wellFormed(item),
  ]);
  return Object.fromEntries(entries) as Value;
}
