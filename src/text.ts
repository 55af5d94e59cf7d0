/**
 * Characters that show nothing: white space, controls, soft hyphens, zero-width and bidi marks, fillers
 * (Unicode: White_Space, Cc, Cf, Default_Ignorable_Code_Point).
 */
const INVISIBLE = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const VISIBLE = /[^\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/u;
const INVISIBLES = /[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;

/** Whether the text shows anything. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** The text without its invisible characters: what conservation is measured by. */
export function visibleOf(text: string): string {
  return text.replace(INVISIBLES, '');
}

/** The range inside `start`–`end` without invisible characters at its edges; null when nothing shows. */
export function visibleRange(
  text: string,
  start: number,
  end: number,
): { start: number; end: number } | null {
  let from = start;
  let to = end;
  while (from < to && INVISIBLE.test(characterAt(text, from)))
    from += characterAt(text, from).length;
  while (to > from && INVISIBLE.test(characterBefore(text, to)))
    to -= characterBefore(text, to).length;
  return from < to ? { start: from, end: to } : null;
}

function characterAt(text: string, at: number): string {
  return String.fromCodePoint(text.codePointAt(at)!);
}

function characterBefore(text: string, at: number): string {
  const pair = text.slice(Math.max(0, at - 2), at);
  return pair.length === 2 && pair.codePointAt(0)! > 0xffff ? pair : pair.slice(-1);
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
