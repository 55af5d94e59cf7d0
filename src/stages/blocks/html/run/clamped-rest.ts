import { namesPart } from '../../../../recognize/class-names.ts';
import { endsSentence } from '../../../../text/shape.ts';
import type { Piece } from './piece.ts';

/** UTF-16 units of the sentence that is seen; shorter lines are labels and names. Set by hand. */
const MIN_SEEN = 40;
/** UTF-16 units of the rest: shorter ones are glosses and words for screen readers. Set by hand. */
const MIN_REST = 20;
/** Dots that a script shows in the place of the rest, with the space before them. */
const DOTS = /\s*(?:…|\.{3}|\[(?:…|\.{3})\])\s*$/u;
const GOES_ON = /^\s*(?:[\p{Ll}\p{Lo}\p{Nd},;:.!?)\]»”’%–—]|[’'][\p{L}])/u;
const WORD_AT_START = /^[\p{L}\p{Nd}]/u;

const isNoPanel = namesPart('no-panel');

/**
 * The pieces of a run, with a sentence made whole of which a script shows the beginning only: `The pool was … Show more`.
 * The dots go.
 */
export function withClampedRest(pieces: readonly Piece[], text: string): readonly Piece[] {
  if (!pieces.some(({ hidden }) => hidden)) return pieces;
  const out: Piece[] = [];
  for (const piece of pieces) {
    const before = out.at(-1);
    if (before && isRest(before, piece, text)) out[out.length - 1] = joined(before, piece, text);
    else out.push(piece);
  }
  return out;
}

function isRest(before: Piece, piece: Piece, text: string): boolean {
  if (!piece.hidden || before.hidden || isNoPanel(piece.element.words)) return false;
  const seen = text.slice(before.from, before.to);
  const rest = text.slice(piece.from, piece.to).trim();
  const start = seen.replace(DOTS, '');
  if (start.trim().length < MIN_SEEN || rest.length < MIN_REST || !endsSentence(rest)) return false;
  const isCut = start !== seen;
  return isCut
    ? !endsSentence(start) || !GOES_ON.test(rest)
    : !endsSentence(start) && GOES_ON.test(rest);
}

function joined(before: Piece, piece: Piece, text: string): Piece {
  const seen = text.slice(before.from, before.to);
  const dots = DOTS.exec(seen)?.[0] ?? '';
  // One space between the dots and the words around them is kept.
  const isSpaced = WORD_AT_START.test(text.slice(piece.from));
  const lead = isSpaced && dots.startsWith(' ') ? 1 : 0;
  const tail = isSpaced && lead === 0 && dots.endsWith(' ') ? 1 : 0;
  const from = before.to - dots.length + lead;
  const unseen = dots === '' ? before.unseen : [...before.unseen, from, before.to - tail];
  return { ...before, to: piece.to, unseen };
}
