// Code points that several rooms of the stage ask for, and kinds of them, by Unicode.
export const SPACE = 0x20;
export const NO_BREAK_SPACE = 0xa0;
export const SOFT_HYPHEN = 0xad;
export const A_TILDE = 0xc3;
export const RIGHT_QUOTE = 0x2019;
export const BYTE_ORDER_MARK = 0xfeff;
/** What decoders put in the place of what they cannot read. */
export const REPLACEMENT = 0xfffd;

/** Whether a character is a dash, a quotation mark or the like (General Punctuation, from the hyphen on). */
export function isMark(code: number): boolean {
  return code >= 0x2010 && code < 0x2045;
}

/** Whether a character is a control of the second set, C1, which nobody writes. */
export function isC1(code: number): boolean {
  return code >= 0x80 && code < 0xa0;
}
