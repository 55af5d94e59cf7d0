import { fold } from './fold.ts';

const END = /[\s:.：/／]+$/;
/** Looked at first: END goes through the whole of a text, and few end so. */
const MARK = /[\s:.：/／]/;

/** A phrase as it is compared: folded, without a final colon or stop. */
export function phraseKey(text: string): string {
  const folded = fold(text.trim());
  return MARK.test(folded.slice(-1)) ? folded.replace(END, '') : folded;
}
