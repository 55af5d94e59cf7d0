import type { EditedText } from '../../document/document.ts';

/** Places times edits; each place looks at all edits of its line. Some tenths of a second. Set by hand. */
const MAX_WORK = 5_000_000;

/** Whether a line has so many edits and places where it may be cut that it is left whole. */
export function isTooMuch({ layers }: EditedText, places: number): boolean {
  const edits = layers.reduce((sum, layer) => sum + layer.length, 0);
  return edits * places > MAX_WORK;
}
