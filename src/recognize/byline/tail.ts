import { once } from '../../assets/once.ts';
import type { RemovedLabel } from '../../contract/labels.ts';
import { phraseKey } from '../../text/phrase-key.ts';
import { keyOf } from '../../text/tokens.ts';
import { labelOfPhrase } from '../phrases/index.ts';
import { spelled, words } from '../words.ts';
import { parseByline } from './index.ts';

const WORD = /\S+/g;
/** What buttons beside a byline are for. */
const BUTTONS: ReadonlySet<string> = new Set<RemovedLabel>([
  'author-bio',
  'comments',
  'comment-form',
  'login',
  'newsletter',
  'player',
  'read-more',
  'related',
  'site-template',
  'social',
  'subscription',
]);
/** Of them those that one word is enough for. */
const SURE_BUTTONS: ReadonlySet<string> = new Set<RemovedLabel>([
  'comments',
  'comment-form',
  'newsletter',
  'social',
  'subscription',
]);
const HAN = /\p{Script=Han}/u;
/** Not a mark between name and button. */
const WORD_FIRST = /^[\p{L}\p{N}]/u;
const FIRST_WORD = /^\p{L}+/u;
/** `@janeroe`. */
const HANDLE = /^\(?@[\w.]{2,30}\)?$/;
const MARKS = /[\s|•·,;–—/-]+$/u;
// UTF-16 units of a line; its words, of which two are a name at least; words of one button (`Share on Facebook`).
const MAX_LENGTH = 160;
const MAX_WORDS = 24;
const MIN_WORDS = 3;
const MAX_BUTTON_WORDS = 4;

/**
 * Where the words of buttons begin that a byline was glued to, in UTF-16 units; null where a line is no byline with such
 * words behind it.
 * @example bylineTail('By Jane Roe Share on Facebook Print') // 11
 */
export function bylineTail(line: string, language: string | undefined): number | null {
  if (line.length > MAX_LENGTH || !(mayEndInButton(line) || beginsByline(line))) return null;
  const found = [...line.matchAll(WORD)];
  // A label and a name in Han are one word.
  const least = HAN.test(line) ? 1 : MIN_WORDS - 1;
  if (found.length <= least || found.length > MAX_WORDS) return null;
  let count = found.length;
  for (let tail = buttonWords(found, count); tail > 0; tail = buttonWords(found, count)) {
    count -= tail;
  }
  if (count === found.length || count < least) return null;
  const end = found[count]!.index;
  const byline = line.slice(0, end).replace(MARKS, '');
  return parseByline(byline, language)?.confident === true ? end : null;
}

/** Whether a line's last word is one of a button's: of most lines it is not. */
function mayEndInButton(line: string): boolean {
  const trimmed = line.replace(MARKS, '');
  const last = trimmed.slice(trimmed.lastIndexOf(' ') + 1);
  return last.startsWith('@') || last.startsWith('(@') || lastWords().has(phraseKey(last));
}

function beginsByline(line: string): boolean {
  const first = FIRST_WORD.exec(line)?.[0] ?? '';
  return words('byline-prefix').has(phraseKey(first)) || spelled('reporter').has(first);
}

const lastWords = once(
  () =>
    new Set([...words('byline-tail')].map((button) => button.slice(button.lastIndexOf(' ') + 1))),
);

/** How many of the first words' last ones are one button's; 0 for none. */
function buttonWords(found: readonly RegExpExecArray[], count: number): number {
  if (count > 0 && HANDLE.test(found[count - 1]![0])) return 1;
  for (let n = Math.min(MAX_BUTTON_WORDS, count); n > 0; n--) {
    const text = found
      .slice(count - n, count)
      .map(([word]) => word)
      .join(' ');
    if (words('byline-tail').has(phraseKey(text.replace(MARKS, '')))) return n;
    const label = WORD_FIRST.test(text) ? (labelOfPhrase(keyOf(text)) ?? '') : '';
    if ((n > 1 ? BUTTONS : SURE_BUTTONS).has(label)) return n;
  }
  return 0;
}
