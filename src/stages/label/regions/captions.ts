import { parseByline } from '../../../recognize/byline/index.ts';
import { endsSentence } from '../../read/shape.ts';
import { type Judged, verdict } from '../verdict.ts';
import type { HeadContext } from './head.ts';

const MAX_LENGTH = 250;
// Of body that the model is so sure of, more is right than of captions told by their last words.
const SURE = 0.7;
const LAST_SENTENCE =
  /[。！？]\s*(?=[^。！？]{3,30}$)|[.!?…。)\]]["”’»]?\s+(?=\p{Lu}[^.!?]{3,60}$)|\s*[(（]\s*(?=[^()（）]{3,60}[)）]$)/u;

/**
 * Captions that nothing marks: a short line that ends in a photo credit, or stands right above one. What
 * stands last in the body is seldom a caption, and a credit that names who wrote is no photo's.
 */
export function judgeCaptions(
  judged: readonly Judged[],
  bodyEnd: number,
  { phrases, html, language }: Pick<HeadContext, 'phrases' | 'html' | 'language'>,
): Judged[] {
  const ofWriter = (text: string) => parseByline(text, language)?.confident === true;
  return judged.map((item, i) => {
    const { text } = item.block.copy;
    const open = item.verdict
      ? item.verdict.label === 'body' || item.verdict.rule === 'model'
      : endsSentence(text);
    if (!open || item.block.type !== 'paragraph') return item;
    if (text.length > MAX_LENGTH || (html && isSure(item))) return item;
    const last = LAST_SENTENCE.exec(text);
    const inside = item.verdict?.label !== 'body' || i + 1 < bodyEnd;
    const end = last === null ? '' : text.slice(last.index + last[0].length);
    const credited = phrases(end)?.label === 'credit' && !ofWriter(end);
    return credited || (!html && inside && isOverCredit(judged[i + 1], ofWriter))
      ? { block: item.block, verdict: verdict('caption', 'caption-with-credit', 0.8) }
      : item;
  });
}

/** The model has read how the markup and the text around it look. */
function isSure({ verdict: found }: Judged): boolean {
  return found?.label === 'body' && found.rule === 'model' && found.certainty > SURE;
}

function isOverCredit(next: Judged | undefined, ofWriter: (text: string) => boolean): boolean {
  if (next?.verdict?.label !== 'credit' || next.block.context.gap !== 0) return false;
  return !ofWriter(next.block.copy.text);
}
