import type { Change } from './characters.ts';

// A character with the marks on it, and Hangul written in conjoining jamo.
const SEQUENCE = /[\u1100-\u11ff\ua960-\ua97f\ud7b0-\ud7ff]+|\P{M}\p{M}*|\p{M}+/gu;
const BELOW_COMBINING = /^[\u0000-\u02ff]*$/;

/** Sequences that Unicode Normalization Form C (UAX #15) writes otherwise. */
export function composeChanges(text: string): Change[] {
  if (BELOW_COMBINING.test(text) || text.normalize('NFC') === text) return [];
  return Array.from(text.matchAll(SEQUENCE)).flatMap((match) => {
    const replacement = match[0].normalize('NFC');
    if (replacement === match[0]) return [];
    return [{ offset: match.index, length: match[0].length, replacement, rule: 'nfc' }];
  });
}
