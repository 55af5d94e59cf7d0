import { parseByline } from '../../recognize/byline.ts';
import { keyOf } from '../../tokens.ts';
import { isDateLine } from '../../recognize/dates/line.ts';
import { type HeadContext, isBiography } from './head.ts';
import { endsSentence } from './shape.ts';
import { type Judged, verdict } from './verdict.ts';

const MAX_LINK_SHARE = 0.5;
const MAX_NAME_LENGTH = 40;
const CREDIT_LINES = 4;
const RELATED = new Set(['related', 'read-more']);

/** Judges the blocks behind the body: a byline or date right below it, then what is left of the page. */
export function judgeTail(
  judged: readonly Judged[],
  bodyEnd: number,
  { language }: Pick<HeadContext, 'language'>,
): Judged[] {
  const known = judged.find((item) => item.verdict?.label === 'byline');
  let byline = known?.block.copy.text ?? null;
  let related = false;
  return judged.map((item, i) => {
    if (i < bodyEnd) return item;
    related ||= item.verdict !== null && RELATED.has(item.verdict.label);
    const credit = item.verdict?.label === 'credit' && byline === null;
    if (item.verdict && !credit) return item;
    const { text } = item.block.copy;
    if (byline !== null && isBiography(text, byline)) {
      return { block: item.block, verdict: verdict('author-bio', 'biography-of-byline', 0.85) };
    }
    if (i < bodyEnd + CREDIT_LINES) {
      const parsed = parseByline(text, language);
      const bareName = i === bodyEnd && byline === null && parsed?.authors[0]?.kind === 'person' && text.length <= MAX_NAME_LENGTH;
      if (parsed?.confident || bareName) {
        const label = byline === null ? 'byline' : keyOf(byline).includes(keyOf(text)) ? 'duplicate-byline' : 'credit';
        byline ??= text;
        return { block: item.block, verdict: verdict(label, 'byline-below', 0.8) };
      }
      if (isDateLine(text, language)) {
        return { block: item.block, verdict: verdict('date', 'date-line', 0.8) };
      }
    }
    return item.verdict ? item : { block: item.block, verdict: remainder(item, related) };
  });
}

function remainder({ block }: Judged, related: boolean) {
  if (related) return verdict('related', 'below-related', 0.6);
  if (block.context.linkShare > MAX_LINK_SHARE) return verdict('related', 'below-article', 0.6);
  return endsSentence(block.copy.text)
    ? verdict('other', 'below-article', 0.5)
    : verdict('footer', 'below-article', 0.5);
}
