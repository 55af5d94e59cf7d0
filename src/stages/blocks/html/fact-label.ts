import { once } from '../../../assets/once.ts';
import { keyed } from '../../../recognize/words.ts';
import { keyOf } from '../../../text/tokens.ts';

/** UTF-16 units; longer than every entry of the lists below, so that prose is not looked up. */
const MAX_LENGTH = 40;
const LISTS = ['published', 'modified', 'byline-prefix'] as const;
const labels = once(() => new Set(LISTS.flatMap((list) => [...keyed(list)])));

/** A name before the label and a bar: `The Courier | By`. */
const BEFORE_LABEL = /^.{0,60}\s?[|•·–—]\s?(?=\S)/u;

/** Whether the text is what stands before a date or a name, as `Published on` and `By` do; it is not cut off from it. */
export function isFactLabel(text: string): boolean {
  const label = text.replace(BEFORE_LABEL, '');
  return label.length <= MAX_LENGTH && labels().has(keyOf(label));
}
