/**
 * A small letter, as a piece of a regular expression with the flag `u`. Georgian letters are small ones to Unicode (its capitals,
 * of version 11, are not written), and begin names and sentences.
 */
export const SMALL_LETTER = '(?!\\p{sc=Geor})\\p{Ll}';

const STARTS_SMALL = new RegExp(`^${SMALL_LETTER}`, 'u');

/** Whether a text begins with a small letter. */
export function startsSmall(text: string): boolean {
  return STARTS_SMALL.test(text);
}
