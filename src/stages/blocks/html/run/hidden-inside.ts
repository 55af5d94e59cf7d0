import { endsSentence } from '../../../../text/shape.ts';
import { isInitial } from '../drop-cap.ts';
import type { Piece } from './piece.ts';

/** UTF-16 units: tooltips, glosses and units spelt out are shorter. Set by hand. */
const MAX_UNSEEN = 400;
/** UTF-16 units of the sentence that is seen; shorter lines are labels and names. Set by hand. */
const MIN_SEEN = 40;
const GOES_ON = /^\s*(?:[\p{Ll}\p{Nd},;:.!?…)\]»”’%]|[’'][\p{L}])/u;
const SPACE_AT_START = /^\s/;
const SPACE_AT_END = /\s$/;
const LEADING_SPACE = /^\s*/;

/** The pieces of a run, with a sentence made whole that a hidden tooltip or gloss parts. */
export function withHiddenInside(pieces: readonly Piece[], text: string): readonly Piece[] {
  if (!pieces.some(({ hidden }) => hidden)) return pieces;
  const out: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    const [before, behind] = [out.at(-1), pieces[i + 1]];
    if (before && behind && isInside(before, piece, behind, text)) {
      out[out.length - 1] = joined(before, piece, behind, text);
      i += 1;
    } else out.push(piece);
  }
  return out;
}

function isInside(before: Piece, piece: Piece, behind: Piece, text: string): boolean {
  if (!piece.hidden || before.hidden || behind.hidden) return false;
  if (piece.to - piece.from > MAX_UNSEEN) return false;
  const start = text.slice(before.from, before.to).trim();
  const seen = behind.to - before.from - (piece.to - piece.from);
  if (seen < MIN_SEEN && !isInitial(start)) return false;
  return start !== '' && !endsSentence(start) && GOES_ON.test(text.slice(behind.from, behind.to));
}

function joined(before: Piece, piece: Piece, behind: Piece, text: string): Piece {
  const hidden = text.slice(piece.from, piece.to);
  // One space is enough where the hidden words had one on either side.
  const spaced = SPACE_AT_END.test(text.slice(before.from, before.to));
  const twice =
    spaced && (SPACE_AT_END.test(hidden) || SPACE_AT_START.test(text.slice(behind.from)));
  const kept = !spaced && SPACE_AT_START.test(hidden) ? LEADING_SPACE.exec(hidden)![0].length : 0;
  const lead = twice ? LEADING_SPACE.exec(text.slice(behind.from, behind.to))![0].length : 0;
  const { element } = before;
  const from = piece.from + kept;
  const unseen = [...before.unseen, from, Math.max(from, piece.to + lead)];
  return { from: before.from, to: behind.to, element, hidden: false, unseen };
}
