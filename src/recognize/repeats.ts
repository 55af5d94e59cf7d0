import { keyOf } from '../tokens.ts';

const AFFIX_SEPARATOR = /\s*[|｜│]\s*|\s[-–—]\s|_(?=[\p{Lo}])/gu;
const CUT_OFF = /\s*(?:…|\.\.\.)$/;
const MIN_CUT_KEY = 20;
const MAX_LENGTH = 500;
const MIN_TITLE_WORDS = 2;

/** How a line says the title again, or null. `affixed`: the title and, behind a bar or dash, something else. */
export type Repeat = 'whole' | 'cut' | 'affixed' | null;

/** Whether a line says the title again; case, quotes and dashes do not count. `title` is a key (see keyOf). */
export function repeatOf(text: string, title: string): Repeat {
  if (title === '' || title.split(' ').length < MIN_TITLE_WORDS || text.length > MAX_LENGTH)
    return null;
  const key = keyOf(text);
  if (key === title) return 'whole';
  if (CUT_OFF.test(text) && key.length >= MIN_CUT_KEY && title.startsWith(key)) return 'cut';
  return key.startsWith(`${title} `) && isAffixed(text, title) ? 'affixed' : null;
}

// The title itself may hold bars and dashes, so every one of them is tried as the affix's.
function isAffixed(text: string, title: string): boolean {
  return Array.from(text.matchAll(AFFIX_SEPARATOR)).some(
    (match) => keyOf(text.slice(0, match.index)) === title,
  );
}
