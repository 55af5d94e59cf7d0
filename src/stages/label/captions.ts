import type { PhraseMatcher } from './phrases.ts';
import { endsSentence } from './shape.ts';
import { type Judged, verdict } from './verdict.ts';

const MAX_LENGTH = 250;
const LAST_SENTENCE =
  /[。！？]\s*(?=[^。！？]{3,30}$)|[.!?…。)\]]["”’»]?\s+(?=\p{Lu}[^.!?]{3,60}$)|\s*[(（]\s*(?=[^()（）]{3,60}[)）]$)/u;

/** Captions that nothing marks: a short line that ends in a photo credit, or stands right above one. */
export function judgeCaptions(
  judged: readonly Judged[],
  { phrases, html }: { readonly phrases: PhraseMatcher; readonly html: boolean },
): Judged[] {
  return judged.map((item, i) => {
    const { text } = item.block.copy;
    const open = item.verdict
      ? item.verdict.label === 'body' || item.verdict.rule === 'model'
      : endsSentence(text);
    if (!open || item.block.type !== 'paragraph') return item;
    if (text.length > MAX_LENGTH) return item;
    const last = LAST_SENTENCE.exec(text);
    const credited =
      last !== null && phrases(text.slice(last.index + last[0].length))?.label === 'credit';
    const next = judged[i + 1];
    const above = !html && next?.verdict?.label === 'credit' && next.block.context.gap === 0;
    return credited || above
      ? { block: item.block, verdict: verdict('caption', 'caption-with-credit', 0.8) }
      : item;
  });
}
