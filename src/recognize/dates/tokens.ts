import { matchesOf } from '../../text/matches.ts';
/** A number, a word or a single mark of a folded line. */
export interface Token {
  readonly kind: 'number' | 'word' | 'mark';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const TOKEN = /\d+|[\p{L}\p{M}\u200c']+|[^\s]/gu;
const DIGIT = /^\d/;
const LETTER = /^[\p{L}\p{M}]/u;

/** Cuts a folded line into tokens. */
export function tokenize(folded: string): Token[] {
  const out: Token[] = [];
  for (const match of matchesOf(folded, TOKEN)) {
    const text = match[0];
    const kind = DIGIT.test(text) ? 'number' : LETTER.test(text) ? 'word' : 'mark';
    out.push({ kind, text, start: match.index, end: match.index + text.length });
  }
  return out;
}
