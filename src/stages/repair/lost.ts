import type { Warning } from '../../contract/article.ts';
import type { Document } from '../../document/document.ts';
import { placeOf } from '../../document/places.ts';
import { REPLACEMENT } from './text/characters.ts';

const LOST = String.fromCharCode(REPLACEMENT);

/** A warning that says how many characters are lost for good, and where the first one stood; null when none is. */
export function lostCharacters({ blocks, positions }: Document): Warning | null {
  let count = 0;
  let first: Warning['at'];
  for (const block of blocks) {
    const { text } = block.copy;
    for (let at = text.indexOf(LOST); at >= 0; at = text.indexOf(LOST, at + 1)) {
      count += 1;
      first ??= placeOf(positions, block, at, at + 1);
    }
  }
  if (first === undefined) return null;
  const characters = count === 1 ? 'a character is' : `${count} characters are`;
  return {
    code: 'undecodable-bytes',
    message: `${characters} lost: U+FFFD stands in the input, or where bytes of it are missing`,
    at: first,
  };
}
