/** In UTF-16 units: longer lines are known by their first words. Set by hand. */
const MAX_WHOLE = 60;
/** Characters that do not show, or that change how a terminal shows others. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const SPECIAL = /[\\^$.*+?()[\]{}|]/g;
/** What a cut may leave behind: a part of a word, or half of a surrogate pair. */
const RAGGED = /(?:\s+\S*|[\ud800-\udbff])$/;

/**
 * A rule of the user's own that would keep or drop a text, as it stands in copydesk.config.json.
 *
 * @param text one line of plain text, or a block of a page.
 * @param host for which it is to count; `null` for every input.
 * @example
 * ownRule('Read more', 'example.org', 'drop')
 * // '"sites": [{"host": "example.org", "drop": {"lines": ["^Read more$"]}}]'
 */
export function ownRule(text: string, host: string | null, what: 'keep' | 'drop'): string {
  const pattern = JSON.stringify(patternOf(text.trim()));
  return `"sites": [{"host": ${JSON.stringify(host ?? '*')}, "${what}": {"lines": [${pattern}]}}]`;
}

/** A pattern in RE2 syntax that finds the line, and others that begin alike where it is long. */
function patternOf(text: string): string {
  if (text.length <= MAX_WHOLE) return `^${literal(text)}$`;
  return `^${literal(text.slice(0, MAX_WHOLE).replace(RAGGED, ''))}`;
}

function literal(text: string): string {
  return text
    .replace(SPECIAL, '\\$&')
    .replace(UNSEEN, (char) => `\\x{${char.codePointAt(0)!.toString(16)}}`);
}
