import { keyOf } from '../text/tokens.ts';
import { cutsOf } from './separators.ts';

const CUT_OFF = /\s*(?:…|\.\.\.|\[…\]|\[\.\.\.\])$/;
/**
 * In UTF-16 units, without spaces: a shorter beginning of the title proves nothing (set by hand on the open
 * benchmark).
 */
const MIN_CUT_KEY = 16;
/** In UTF-16 units: no title is longer (set by hand on the open benchmark). */
const MAX_LENGTH = 500;

/** How a line says the title again, or null. `affixed`: the title and, behind a bar or dash, something else. */
export type Repeat = 'whole' | 'cut' | 'affixed' | null;

/** A line and its key (see `keyOf`). */
interface Keyed {
  readonly text: string;
  readonly key: string;
}

/**
 * Whether a line says the title again; case, quotes, dashes and marks that were lost do not count.
 * `title` is a key (see keyOf).
 */
export function repeatOf(line: Keyed, title: string): Repeat {
  const { text } = line;
  if (text.length > MAX_LENGTH || !title.includes(' ')) return null;
  const { key } = line;
  // All of what follows needs the same beginning, and few lines have it.
  if (key.charCodeAt(0) !== title.charCodeAt(0)) return null;
  const joined = joinedOf(key);
  const whole = joinedOf(title);
  if (joined === whole) return 'whole';
  if (isCutOff(text) && joined.length >= MIN_CUT_KEY && whole.startsWith(joined)) return 'cut';
  return key.startsWith(`${title} `) && isAffixed(text, title) ? 'affixed' : null;
}

/** Whether a line was cut off, as its last mark shows: `Council reopens the old …`. */
export function isCutOff(text: string): boolean {
  return CUT_OFF.test(text.slice(-12));
}

// A lost apostrophe joins two words, a garbled one parts them.
function joinedOf(key: string): string {
  return key.replaceAll(' ', '');
}

// The title itself may hold bars and dashes, so every one of them is tried as the affix's.
function isAffixed(text: string, title: string): boolean {
  return cutsOf(text).some(
    ({ start, kind }) => kind !== 'colon' && keyOf(text.slice(0, start)) === title,
  );
}
