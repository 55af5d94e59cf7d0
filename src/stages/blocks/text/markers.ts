import type { BodyType } from '../../../contract/labels.ts';

const BULLET = /^(?<sign>[•‣◦▪●■·*✳✱✔✓➤➢➔►▸])[ \t\u00a0]+/;
const DASH = /^(?<sign>[-–])[ \t\u00a0]+/;
const NUMBER = /^\(?(?<number>\d{1,3})[.)、．][ \t\u00a0]*(?=\D)/;
const DIALOGUE = /\s[-–—]\s/;

/** A list marker at the start of a line. */
export interface Marker {
  /** UTF-16 units, with the space behind it. */
  readonly length: number;
  readonly kind: 'bullet' | 'dash' | 'number';
  readonly number: number;
}

/** The list marker that a line begins with, or null. Whether it makes a list is for its neighbours to say. */
export function markerOf(line: string): Marker | null {
  const bullet = BULLET.exec(line);
  if (bullet) return { length: bullet[0].length, kind: 'bullet', number: 0 };
  const dash = DASH.exec(line);
  if (dash) return { length: dash[0].length, kind: 'dash', number: 0 };
  const number = NUMBER.exec(line);
  if (number) {
    return { length: number[0].length, kind: 'number', number: Number(number.groups!['number']) };
  }
  return null;
}

/**
 * Which of these paragraphs are items of a list. A bullet is one by itself; numbers when they count on
 * from or to a neighbour; dashes when two follow one another and are not the dashes of a dialogue.
 */
export function listItems(
  paragraphs: readonly { readonly text: string; readonly type: BodyType }[],
): (Marker | null)[] {
  const markers = paragraphs.map(({ text, type }) => (type === 'table' ? null : markerOf(text)));
  return markers.map((marker, i) => {
    if (!marker) return null;
    if (marker.kind === 'bullet') return marker;
    const [before, after] = [markers[i - 1], markers[i + 1]];
    if (marker.kind === 'number') {
      const counts = before?.number === marker.number - 1 || after?.number === marker.number + 1;
      return counts || countsOn(markers, i) ? marker : null;
    }
    const paired = before?.kind === 'dash' || after?.kind === 'dash';
    return paired && !DIALOGUE.test(paragraphs[i]!.text.slice(marker.length)) ? marker : null;
  });
}

/** Paragraphs to the next numbered one; set by hand. */
const MAX_BETWEEN = 4;

// Items of several paragraphs: the next number stands a few paragraphs away.
function countsOn(markers: readonly (Marker | null)[], at: number): boolean {
  const number = markers[at]!.number;
  for (let i = at - MAX_BETWEEN; i <= at + MAX_BETWEEN; i++) {
    const other = markers[i];
    if (other?.kind !== 'number' || i === at) continue;
    if (other.number - number === Math.sign(i - at)) return true;
  }
  return false;
}
