import { fold } from '../../text/fold.ts';
import { alternatives, words } from '../words.ts';

const LABEL_END = /^\s*(?:[:：=]|-\s)\s*/u;
const AFTER_PREFIX = /^(?:\s+|\.\s*)/u;
/** Words that stand before a date, at the end of a text. */
export const BEFORE_DATE = new RegExp(`\\s(?:${alternatives('before-date')}|,)\\s*$`, 'iu');
/** What both begin with. */
const PREFIX_END = /[\s:：=.-]/;
/** UTF-16 units: the longest phrase of the list, and some. */
const LONGEST = 44;

/** Words at the start of a line that begin a byline. */
export interface Prefix {
  /** In UTF-16 units, with what parts them from the names. */
  readonly length: number;
}

/** The longest phrase at the start of a line that begins a byline. */
export function prefixOf(line: string): Prefix | null {
  const folded = fold(line);
  const list = words('byline-prefix');
  for (let end = Math.min(line.length, LONGEST); end > 0; end--) {
    if (!PREFIX_END.test(line[end] ?? '')) continue;
    const phrase = folded.slice(0, end);
    if (!list.has(phrase)) continue;
    const rest = line.slice(end);
    const label = LABEL_END.exec(rest);
    if (label) return { length: end + label[0].length };
    const space = AFTER_PREFIX.exec(rest);
    if (space && !words('byline-prefix-colon').has(phrase))
      return { length: end + space[0].length };
  }
  return null;
}

/** A text without the words at its start that begin a byline, and without those before a date at its end. */
export function withoutPrefix(text: string): string {
  return text.slice(prefixOf(text)?.length ?? 0).replace(BEFORE_DATE, '');
}
