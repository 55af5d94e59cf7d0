import { fold } from './fold.ts';

const END = /[\s:.：/／]+$/;

/** A phrase as it is compared: folded, without a final colon or stop. */
export function phraseKey(text: string): string {
  return fold(text.trim()).replace(END, '');
}
