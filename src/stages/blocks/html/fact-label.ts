import { once } from '../../../assets/once.ts';
import { keyed } from '../../../recognize/words.ts';
import { keyOf } from '../../../text/tokens.ts';

/** UTF-16 units; longer than every entry of the lists below, so that prose is not looked up. */
const MAX_LENGTH = 40;
const LISTS = ['published', 'modified', 'byline-prefix'] as const;
const labels = once(() => new Set(LISTS.flatMap((list) => [...keyed(list)])));

/** Whether the text is what stands before a date or a name, as `Published on` and `By` do; it is not cut off from it. */
export function isFactLabel(text: string): boolean {
  if (text.length > MAX_LENGTH) return false;
  return labels().has(keyOf(text));
}
