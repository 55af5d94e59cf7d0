import { characterTables } from '../assets/characters.ts';

const NOT_PLAIN = /[^\n\x20-\x7e]/;
/** By UTF-16 unit, as they are met. */
const cache: string[] = [];

/**
 * Lower case without accents, with ASCII digits, every UTF-16 unit in its place.
 * @example fold('24 Février ٢٠٢١') // '24 fevrier 2021'
 */
export function fold(text: string): string {
  if (!NOT_PLAIN.test(text)) return text.toLowerCase();
  const { folded } = characterTables();
  let out = '';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    cache[code] ??= String.fromCharCode(folded[code]!);
    out += cache[code];
  }
  return out;
}

const END = /[\s:.：/／]+$/;
/** Looked at first: END goes through the whole of a text, and few end so. */
const MARK = /[\s:.：/／]/;

/** A phrase as it is compared: folded, without a final colon or stop. */
export function phraseKey(text: string): string {
  const folded = fold(text.trim());
  return MARK.test(folded.slice(-1)) ? folded.replace(END, '') : folded;
}
