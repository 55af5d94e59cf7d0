import type { RemovedLabel } from '../../contract/labels.ts';
import { POINTS_ELSEWHERE } from '../../document/label-sets.ts';
import { keyOf } from '../../text/tokens.ts';
import { prefixPhrases } from './phrase-tables.ts';

/** What sites write for the colon behind a label of a pointer to another article: `Read more | …`, `LIRE AUSSI. …`, `【相关新闻】…`. */
const POINTER_LINE =
  /^(?:([^:：|–—→»›-]{2,40}?)\s*(?:[|→»›]|\s[–—-]\s)\s*\S|(\p{Lu}[\p{Lu}\s]{2,40})\.\s+\S|[【［[(]\s?([^】］\])]{2,30})[】］\])]\s*\S)/u;
/** `Lire aussi Un héron …`: up to five words, the last of them small, before a capital; no sentence's end behind them. */
const SMALL_BEFORE_CAPITAL =
  /^(\p{L}+(?: \p{L}+){0,3} \p{Ll}+) [«“„"]?\p{Lu}(?:[^.!?…]|[.!?…](?=[^\s]))*$/u;
/** UTF-16 units. */
const MAX_POINTER_LENGTH = 160;

/** The label of what a line says before another sign than a colon, or before a capital, where it points to another article. */
export function labelOfPointer(line: string): RemovedLabel | null {
  const found = POINTER_LINE.exec(line);
  if (found === null) return labelBeforeCapital(line);
  const before = (found[1] ?? found[2] ?? found[3])!;
  return before === found[1] && isSmallWord(before) ? null : pointerNamed(before);
}

function labelBeforeCapital(line: string): RemovedLabel | null {
  if (line.length > MAX_POINTER_LENGTH) return null;
  const before = SMALL_BEFORE_CAPITAL.exec(line)?.[1];
  return before === undefined ? null : pointerNamed(before);
}

function pointerNamed(words: string): RemovedLabel | null {
  const label = prefixPhrases()(keyOf(words));
  return label !== undefined && POINTS_ELSEWHERE.has(label) ? label : null;
}

/** One word, not in capitals, is too little before a dash or a bar. */
function isSmallWord(text: string): boolean {
  return !text.trim().includes(' ') && text !== text.toUpperCase();
}
