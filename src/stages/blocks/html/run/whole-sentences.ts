import { endsSentence } from '../../../../text/shape.ts';
import { INLINE } from '../../../parse/tags.ts';
import type { Piece } from './piece.ts';

/** UTF-16 units around the element: less is a line of facts. Set by hand. */
const MIN_AROUND = 40;
const PROSE_TAGS: ReadonlySet<string> = new Set(['p', 'li', 'dd', 'blockquote']);
/** A small letter or a mark inside a sentence stands before, with or without a space. */
const MIDDLE_BEFORE = /(?:\p{Ll}|\p{Lo}|[,;(“„«"’'])\s?$/u;
const SMALL_BEHIND = /^\s?(?:\p{Ll}+\s|[’']\p{Ll})/u;
const MIDDLE_BEHIND = /^\s?(?:[\p{Ll}\p{Lo}]|[.,;:!?)”»"’'…]|['’]\p{Ll})/u;

/**
 * The pieces of a paragraph, with a sentence made whole of which some words stand in an element whose name would tell a
 * fact: a link to a topic (`rel="tag"`), a date, a person.
 */
export function withWholeSentences(pieces: readonly Piece[], text: string): readonly Piece[] {
  const last = pieces.at(-1);
  if (pieces.length < 2 || last === undefined || !endsSentence(text.trim())) return pieces;
  const out: Piece[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const [before, piece, behind] = [out.at(-1), pieces[i]!, pieces[i + 1]];
    if (!before && behind && isStart(piece, behind, text)) {
      out.push({ ...behind, from: piece.from });
      i += 1;
    } else if (before && behind && isInside(before, piece, behind, text)) {
      out[out.length - 1] = { ...before, to: behind.to };
      i += 1;
    } else out.push(piece);
  }
  return out;
}

/** The element stands at the sentence's start, and small letters go on. */
function isStart(piece: Piece, behind: Piece, text: string): boolean {
  if (piece.hidden || behind.hidden || !INLINE.has(piece.element.tag)) return false;
  if (!PROSE_TAGS.has(behind.element.tag) || text.length < MIN_AROUND) return false;
  return SMALL_BEHIND.test(text.slice(behind.from, behind.to));
}

function isInside(before: Piece, piece: Piece, behind: Piece, text: string): boolean {
  const { element } = before;
  if (before.hidden || piece.hidden || behind.hidden || before.to !== piece.from) return false;
  if (behind.element !== element || piece.element === element) return false;
  if (!PROSE_TAGS.has(element.tag)) return false;
  const start = text.slice(before.from, before.to);
  const end = text.slice(behind.from, behind.to);
  if (start.length + text.length - behind.from < MIN_AROUND) return false;
  return MIDDLE_BEFORE.test(start) && MIDDLE_BEHIND.test(end);
}
