import {
  AMPERSAND,
  BACKSLASH,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  LETTER_U,
  NON_ASCII,
  OPEN_BRACE,
  OPEN_BRACKET,
  QUOTE,
  RETURN,
  SPACE,
  TAB,
} from '../bytes/ascii.ts';

const CLOSERS: ReadonlyMap<number, number> = new Map([
  [OPEN_BRACE, CLOSE_BRACE],
  [OPEN_BRACKET, CLOSE_BRACKET],
]);
const SCALAR = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** Bytes that end a run of ordinary ones in a string: controls, `"`, `\`, `&` and what is no ASCII. */
const SPECIAL = table([...range(0, SPACE), QUOTE, BACKSLASH, AMPERSAND, ...range(NON_ASCII, 256)]);
const PART_OF_SCALAR = table(Buffer.from('+-.0123456789Eaeflnrstu'));
/** What may follow a backslash. */
const SHORT_ESCAPE = table(Buffer.from('"\\/bfnrt'));
const HEX = table(Buffer.from('0123456789ABCDEFabcdef'));

// Four bytes in a word at once: each one, the highest bit of each, and a byte four times (Mycroft's test for a zero byte).
const EACH_ONE = 0x01010101;
const EACH_HIGH = 0x80808080 | 0;
const EACH_SPACE = SPACE * EACH_ONE;
const EACH_QUOTE = QUOTE * EACH_ONE;
const EACH_AMPERSAND = AMPERSAND * EACH_ONE;
const EACH_BACKSLASH = BACKSLASH * EACH_ONE;

/** A string has escapes. */
export const ESCAPED = 1;
/** A string holds `&`, an escape by number or a character that is no ASCII. */
export const NOT_PLAIN = 2;

/** Bytes, and the same as words. */
export interface View {
  readonly bytes: Buffer;
  readonly words: DataView;
}

/** A view of bytes, which are not copied. */
export function viewOf(bytes: Buffer): View {
  return { bytes, words: new DataView(bytes.buffer, bytes.byteOffset, bytes.length) };
}

/** The index after white space; line feeds are none, since they end rows. */
export function skipSpace(bytes: Uint8Array, at: number): number {
  let i = at;
  for (;;) {
    const byte = bytes[i];
    if (byte !== SPACE && byte !== TAB && byte !== RETURN) return i;
    i += 1;
  }
}

/**
 * Checks the JSON string at an index.
 * @returns four times the index after it, and `ESCAPED` and `NOT_PLAIN`; `-1` where no string is
 */
export function scanString(view: View, at: number): number {
  const { bytes } = view;
  if (bytes[at] !== QUOTE) return -1;
  let flags = 0;
  for (let i = at + 1; ; i++) {
    i = skipOrdinary(view, i);
    const byte = bytes[i]!;
    if (byte === QUOTE) return 4 * (i + 1) + flags;
    if (byte === BACKSLASH) {
      i += 1;
      flags |= ESCAPED;
      if (SHORT_ESCAPE[bytes[i]!] === 1) continue;
      if (bytes[i] !== LETTER_U || !isHex(bytes, i + 1)) return -1;
      flags |= NOT_PLAIN;
      i += 4;
    } else if (byte < SPACE || i >= bytes.length) return -1;
    else {
      flags |= NOT_PLAIN;
      while (bytes[i + 1]! >= NON_ASCII) i += 1;
    }
  }
}

/**
 * The index of the next byte that is special in a string. Four bytes are looked at in one go: subtracting
 * from each makes the highest bit of one that is too small or, after an exclusive or, equal.
 */
function skipOrdinary({ bytes, words }: View, at: number): number {
  let i = at;
  for (const last = bytes.length - 4; i <= last; i += 4) {
    const word = words.getInt32(i, true);
    const marks =
      word |
      (word - EACH_SPACE) |
      ((word ^ EACH_QUOTE) - EACH_ONE) |
      ((word ^ EACH_BACKSLASH) - EACH_ONE) |
      ((word ^ EACH_AMPERSAND) - EACH_ONE);
    if ((marks & EACH_HIGH) !== 0) break;
  }
  while (SPECIAL[bytes[i]!] === 0) i += 1;
  return i;
}

/** The index after the JSON value at an index; `-1` where none is. */
export function skipValue(view: View, at: number): number {
  const { bytes } = view;
  const closers: number[] = [];
  let i = at;
  do {
    i = skipSpace(bytes, i);
    const closer = CLOSERS.get(bytes[i]!);
    if (closer === undefined) i = skipSimple(view, i);
    else {
      closers.push(closer);
      i = skipSpace(bytes, i + 1);
      if (bytes[i] !== closer) {
        if (closer === CLOSE_BRACE) i = skipName(view, i);
        continue;
      }
    }
    if (i >= 0) i = closeAll(view, i, closers);
  } while (i >= 0 && closers.length > 0);
  return i;
}

/** The index after a name and its colon; `-1` where none is. */
export function skipName(view: View, at: number): number {
  const name = scanString(view, at);
  if (name < 0) return -1;
  const colon = skipSpace(view.bytes, Math.floor(name / 4));
  return view.bytes[colon] === COLON ? colon + 1 : -1;
}

/** Goes on behind a value: closes what ends there, and stands before the next value after a comma. */
function closeAll(view: View, at: number, closers: number[]): number {
  const { bytes } = view;
  let i = at;
  while (closers.length > 0) {
    i = skipSpace(bytes, i);
    const closer = closers.at(-1);
    if (bytes[i] === COMMA) {
      return closer === CLOSE_BRACE ? skipName(view, skipSpace(bytes, i + 1)) : i + 1;
    }
    if (bytes[i] !== closer) return -1;
    closers.pop();
    i += 1;
  }
  return i;
}

/** The index after a string, a number, `true`, `false` or `null`. */
function skipSimple(view: View, at: number): number {
  const { bytes } = view;
  if (bytes[at] === QUOTE) return Math.floor(scanString(view, at) / 4);
  let end = at;
  while (PART_OF_SCALAR[bytes[end]!] === 1) end += 1;
  return SCALAR.test(bytes.toString('latin1', at, end)) ? end : -1;
}

function isHex(bytes: Uint8Array, at: number): boolean {
  for (let i = at; i < at + 4; i++) if (HEX[bytes[i]!] !== 1) return false;
  return true;
}

function table(bytes: Iterable<number>): Uint8Array {
  const flags = new Uint8Array(256);
  for (const byte of bytes) flags[byte] = 1;
  return flags;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, i) => from + i);
}
