import { parseByline } from '../../recognize/byline/index.ts';
import { dateLineOf } from '../../recognize/dates/line.ts';

const SEPARATOR = /\s*[|•·]\s*/;
/** In UTF-16 units; lines of facts are shorter (set by hand on the open benchmark's texts). */
const MAX_LENGTH = 200;

/** Whether a line may be a line of facts at all. */
export function mayBeFactLine(text: string): boolean {
  return text.length <= MAX_LENGTH;
}

/** Whether a line is parted by bars and dots, and one of its parts is a byline or a date. */
export function hasFactPart(text: string, language: string | undefined): boolean {
  const parts = text.split(SEPARATOR);
  return parts.length > 1 && parts.some((part) => isFact(part, language));
}

function isFact(text: string, language: string | undefined): boolean {
  return dateLineOf(text, language) !== null || parseByline(text, language)?.confident === true;
}
