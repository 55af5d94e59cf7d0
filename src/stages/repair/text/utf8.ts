/** What the bytes of UTF-8 say, for those who read them where they were misread, lost or mixed with others. */

/** The first code point behind the planes in which Unicode has characters of writing: they end at U+31FFF. */
export const FIRST_UNUSED = 0x32000;

/** By the number of bytes after the first: the least value that needs so many. */
const LEAST: readonly number[] = [0, 0x80, 0x800, 0x10000];

/** Whether a byte can be the first of a character of two bytes or more. */
export function isLead(byte: number): boolean {
  return byte >= 0xc2 && byte <= 0xf4;
}

/** Whether a byte can only go on with a character. */
export function isContinuation(byte: number): boolean {
  return byte >= 0x80 && byte < 0xc0;
}

/** How many bytes follow a first byte, given that it is one. */
export function bytesAfter(lead: number): number {
  if (lead < 0xe0) return 1;
  return lead < 0xf0 ? 2 : 3;
}

/** The bits of a first byte that are part of the character's number. */
export function leadBits(lead: number, more: number): number {
  return lead & (0x3f >> more);
}

/** A number with the bits of one more byte. */
export function withByte(value: number, byte: number): number {
  return (value << 6) | (byte & 0x3f);
}

/** Whether a number needs as many bytes after the first as were read: a shorter form is the only right one. */
export function isShortest(value: number, more: number): boolean {
  return value >= LEAST[more]!;
}

/** Whether a number is one half of a pair in UTF-16, and no character. */
export function isSurrogate(value: number): boolean {
  return value >= 0xd800 && value < 0xe000;
}
