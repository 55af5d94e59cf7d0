import { parseByline } from '../../../recognize/byline/index.ts';
import { isDateLine } from '../../../recognize/dates/line.ts';

const SEPARATOR = /\s*[|•·]\s*/;
const MAX_LENGTH = 200;

/** Whether a line is a byline or a date line, or parts parted by bars and dots one of which is. */
export function isFactLine(text: string, language?: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  return isFact(text, language) || partsOf(text).some((part) => isFact(part, language));
}

function partsOf(text: string): string[] {
  const parts = text.split(SEPARATOR);
  return parts.length > 1 ? parts : [];
}

function isFact(text: string, language: string | undefined): boolean {
  return isDateLine(text, language) !== null || parseByline(text, language)?.confident === true;
}
