import { parseByline } from '../../../recognize/byline/index.ts';
import { isDateLine } from '../../../recognize/dates/line.ts';
import { keyOf } from '../../../text/tokens.ts';
import { endsSentence } from '../../read/shape.ts';
import { type Judged, type Verdict, verdict } from '../verdict.ts';
import { isBiography } from './biography.ts';
import type { HeadContext } from './head.ts';

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
  let byline = judged.find((item) => item.verdict?.label === 'byline')?.block.copy.text ?? null;
  let related = false;
  return judged.map((item, i) => {
    if (i < bodyEnd) return item;
    related ||= item.verdict !== null && RELATED.has(item.verdict.label);
    const open = item.verdict === null || (item.verdict.label === 'credit' && byline === null);
    if (!open) return item;
    const { text } = item.block.copy;
    const found = ofCredits(text, i - bodyEnd, byline, language);
    if (found?.label === 'byline') byline = text;
    const next = found ?? item.verdict ?? remainder(item, related);
    return { block: item.block, verdict: next };
  });
}

/** A biography anywhere; a byline or a date in the first lines below the body. */
function ofCredits(
  text: string,
  below: number,
  byline: string | null,
  language: string | undefined,
): Verdict | null {
  if (byline !== null && isBiography(text, byline)) {
    return verdict('author-bio', 'biography-of-byline', 0.85);
  }
  if (below >= CREDIT_LINES) return null;
  if (byline !== null && repeatsName(byline, text)) {
    return verdict('duplicate-byline', 'repeated-byline', 0.85);
  }
  const parsed = parseByline(text, language);
  const isName = below === 0 && byline === null && text.length <= MAX_NAME_LENGTH;
  if (parsed?.confident || (isName && parsed?.authors[0]?.kind === 'person')) {
    if (byline === null) return verdict('byline', 'byline-below', 0.8);
    const repeated = keyOf(byline).includes(keyOf(text));
    return verdict(repeated ? 'duplicate-byline' : 'credit', 'byline-below', 0.8);
  }
  return isDateLine(text, language) ? verdict('date', 'date-line', 0.8) : null;
}

function repeatsName(byline: string, text: string): boolean {
  const key = keyOf(text);
  return key !== '' && keyOf(byline).endsWith(key);
}

function remainder({ block }: Judged, related: boolean): Verdict {
  if (related) return verdict('related', 'below-related', 0.6);
  if (block.context.linkShare > MAX_LINK_SHARE) return verdict('related', 'below-article', 0.6);
  return endsSentence(block.copy.text)
    ? verdict('other', 'below-article', 0.5)
    : verdict('footer', 'below-article', 0.5);
}
