/** Marks on one character that no writing needs more of: Unicode's Stream-Safe Text Format (UAX #15, section 13). */
export const MOST_MARKS = 30;
const MANY_MARKS = /\p{M}{31}/u;
/** Pieces are bounded, as a regular expression takes stack for each character that it may give back. */
const PIECE = /\P{M}{0,1000}\p{M}{0,30}/gu;

/**
 * A text in a normal form of Unicode (UAX #15). More than 30 marks on a character are brought into order 30 at a time,
 * since to order them all takes time that grows with the square of their number.
 */
export function normalForm(text: string, form: 'NFC' | 'NFD' | 'NFKC'): string {
  if (text.length <= MOST_MARKS || !MANY_MARKS.test(text)) return text.normalize(form);
  let out = '';
  for (const [piece] of text.matchAll(PIECE)) out += piece.normalize(form);
  return out;
}
