import { BACKSLASH, CLOSE_BRACE, COMMA, NEWLINE, OPEN_BRACE, QUOTE } from '../bytes/ascii.ts';
import {
  ESCAPED,
  NOT_PLAIN,
  scanString,
  skipName,
  skipSpace,
  skipValue,
  type View,
} from './json-scan.ts';

/** Where the string of a field stands in a row. */
export interface ScannedRow {
  /** Where the string begins, with its quote. */
  readonly from: number;
  /** Behind its closing quote. */
  readonly to: number;
  /** Whether it is ASCII without `&`: neither mojibake nor an entity can be in it. */
  readonly plain: boolean;
  readonly escaped: boolean;
  /** The row's closing brace. */
  readonly close: number;
  /** Where the next row begins. */
  readonly next: number;
}

/**
 * Looks for a field in a row of NDJSON without making objects or strings of it.
 *
 * @param view valid UTF-8
 * @param at where the row begins
 * @param field name of the field
 * @param refused names that the row must not have
 * @returns `null` where the line is not one JSON object in which the field stands once and is a string,
 *   or where a name is written with escapes; what is wrong then is for `JSON.parse` to say
 */
export function scanRow(
  view: View,
  at: number,
  field: string,
  refused: readonly string[],
): ScannedRow | null {
  const { bytes } = view;
  let i = skipSpace(bytes, at);
  if (bytes[i] !== OPEN_BRACE) return null;
  let from = -1;
  let text = -1;
  do {
    const name = skipSpace(bytes, i + 1);
    const value = skipName(view, name);
    if (value < 0) return null;
    i = skipSpace(bytes, value);
    const kind = nameKind(bytes, name, field, refused);
    if (kind === 'other') i = skipValue(view, i);
    else {
      if (kind === 'refused' || text >= 0) return null;
      from = i;
      text = scanString(view, i);
      i = Math.floor(text / 4);
    }
    if (i < 0) return null;
    i = skipSpace(bytes, i);
  } while (bytes[i] === COMMA);
  if (text < 0 || bytes[i] !== CLOSE_BRACE) return null;
  const end = skipSpace(bytes, i + 1);
  if (end < bytes.length && bytes[end] !== NEWLINE) return null;
  return {
    from,
    to: Math.floor(text / 4),
    plain: (text & NOT_PLAIN) === 0,
    escaped: (text & ESCAPED) !== 0,
    close: i,
    next: end + 1,
  };
}

/** What the name at an index is to the caller; one with escapes may be any. */
function nameKind(
  bytes: Buffer,
  at: number,
  field: string,
  refused: readonly string[],
): 'field' | 'refused' | 'other' {
  if (isName(bytes, at, field)) return 'field';
  for (const name of refused) if (isName(bytes, at, name)) return 'refused';
  let i = at + 1;
  while (bytes[i] !== QUOTE && bytes[i] !== BACKSLASH) i += 1;
  return bytes[i] === BACKSLASH ? 'refused' : 'other';
}

function isName(bytes: Buffer, at: number, name: string): boolean {
  if (bytes[at + 1 + name.length] !== QUOTE) return false;
  for (let i = 0; i < name.length; i++) {
    if (bytes[at + 1 + i] !== name.charCodeAt(i)) return false;
  }
  return true;
}
