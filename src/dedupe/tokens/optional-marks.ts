/** Accents and points that words are also written without: Latin, Hebrew, Arabic. Marks of other scripts are letters. */
const OPTIONAL_MARKS = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/g;

/** A text without the marks that its words are also written without. */
export function withoutOptionalMarks(text: string): string {
  return text.replace(OPTIONAL_MARKS, '');
}
