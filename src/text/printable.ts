const CONTROL = /[\p{Cc}\p{Cs}\u2028\u2029\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const NAMED: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Text that is safe to show on a terminal: control, escape and bidi characters, line separators and
 * lone surrogates are written as escapes.
 *
 * @example printable('a\u001b[2Jb') // 'a\\u{1b}[2Jb'
 */
export function printable(text: string): string {
  return text.replace(
    CONTROL,
    (char) => NAMED[char] ?? `\\u{${char.codePointAt(0)!.toString(16)}}`,
  );
}

/**
 * Printable text of at most `length` UTF-16 units (default 160), cut with an ellipsis.
 */
export function excerpt(text: string, length = 160): string {
  const shown = printable(text.slice(0, length + 1));
  if (shown.length <= length) return shown;
  const last = shown.charCodeAt(length - 2);
  const cut = last >= 0xd800 && last <= 0xdbff ? length - 2 : length - 1;
  return `${shown.slice(0, cut)}…`;
}
