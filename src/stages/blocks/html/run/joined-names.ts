import { namesPart } from '../../../../recognize/class-names.ts';
import { words } from '../../../../recognize/words.ts';
import { phraseKey } from '../../../../text/fold.ts';
import type { Piece } from './piece.ts';

const namesAuthor = namesPart('author-class');
/** Commas and the like, with the spaces around them. */
const MARKS = /^[\s,;&+·،、，]*$/u;
/** UTF-16 units, more than any word has that joins names. Set by hand. */
const LONGEST = 12;

/** The pieces of a line of facts, with a byline made whole whose names stand in elements of their own: `Jane Roe and Tom Doe`. */
export function withJoinedNames(pieces: readonly Piece[], text: string): readonly Piece[] {
  const out: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const [before, piece, behind] = [out.at(-1), pieces[i]!, pieces[i + 1]];
    if (before && behind && joins(before, piece, behind, text)) {
      out[out.length - 1] = { ...before, to: behind.to };
      i += 1;
    } else out.push(piece);
  }
  return out;
}

function joins(before: Piece, piece: Piece, behind: Piece, text: string): boolean {
  const { words: name } = before.element;
  if (before.hidden || piece.hidden || behind.hidden) return false;
  if (behind.element.words !== name || !namesAuthor(name)) return false;
  const between = text.slice(piece.from, piece.to);
  if (between.length > LONGEST) return false;
  return MARKS.test(between) || words('byline-and').has(phraseKey(between));
}
