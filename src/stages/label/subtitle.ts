import { parseByline } from '../../recognize/byline.ts';
import { parseDateline } from '../../recognize/dateline.ts';
import { isDateLine } from '../../recognize/dates/line.ts';
import { keyOf } from '../../tokens.ts';
import { namesAround } from './around.ts';
import type { HeadContext } from './head.ts';
import { sentencesIn, weightOf } from './shape.ts';
import { type Judged, verdict } from './verdict.ts';

const SUBTITLE_NAMES =
  /sub-?(?:title|head|headline|line)|standfirst|(?:^|[\s_-])(?:deck|dek|sapo|chapo|chapeau|lede?|summary|excerpt|intro|teaser(?:-?text)?|abstract|catenaccio|occhiello|sommario|bajada|entradilla|volanta|manchet|ingress|vorspann|anriss|untertitel|lid|zajawka|spot|perex|synopsis|strapline|sub)(?:[\s_-]|$)|description|article-?(?:lead|intro|summary)/;
const SUMMARY_NAMES = /sub|lead|intro|deck|dek|desc|summary|excerpt|standfirst|sapo|chapo/;
const MAX_WEIGHT = 450;
const MIN_WEIGHT = 30;
const MIN_DESCRIPTION_KEY = 20;
const MAX_LINK_SHARE = 0.5;
const MAX_HEADING_LEVEL = 3;

/** Whether a block between title and body is the subtitle: what it is called, or that the page describes itself so. */
export function isSubtitle(judged: readonly Judged[], i: number, context: HeadContext): boolean {
  if (i <= context.title || context.title < 0) return false;
  const { block } = judged[i]!;
  const weight = weightOf(block.copy.text);
  if (weight < MIN_WEIGHT || weight > MAX_WEIGHT) return false;
  if (block.context.linkShare > MAX_LINK_SHARE || block.type === 'list-item') return false;
  if (!context.html) return true;
  const heading =
    block.type === 'heading' && (block.level ?? MAX_HEADING_LEVEL) <= MAX_HEADING_LEVEL;
  return (
    heading ||
    SUBTITLE_NAMES.test(namesAround(block.context.element)) ||
    isDescription(block.copy.text, context)
  );
}

/** Whether the body's first block is the subtitle: in a page by its name and the page's description, else by the layout. */
export function opensWithSubtitle(
  judged: readonly Judged[],
  i: number,
  context: HeadContext,
): boolean {
  if (!context.html) return isSetOff(judged, i, context);
  const { block } = judged[i]!;
  return (
    isDescription(block.copy.text, context) &&
    SUMMARY_NAMES.test(namesAround(block.context.element))
  );
}

function isDescription(text: string, { description }: HeadContext): boolean {
  const key = keyOf(text);
  if (key.length <= MIN_DESCRIPTION_KEY || description === '') return false;
  return description === key || key.startsWith(description);
}

/** In plain text: one sentence, and behind it a byline, a date line, a dateline or more blank lines than before. */
function isSetOff(judged: readonly Judged[], i: number, { language }: HeadContext): boolean {
  const [item, next] = [judged[i], judged[i + 1]];
  if (!item || !next || item.block.type !== 'paragraph') return false;
  const { text } = item.block.copy;
  if (weightOf(text) > MAX_WEIGHT || sentencesIn(text) > 2 || parseDateline(text)) return false;
  const following = next.block.copy.text;
  return (
    next.block.context.gap > Math.max(1, item.block.context.gap) ||
    isDateLine(following, language) !== null ||
    parseByline(following, language)?.confident === true ||
    parseDateline(following) !== null
  );
}

/** Of several sentences under the title the first is the subtitle, the others are body. */
export function oneSubtitle(judged: readonly Judged[], bodyStart: number): Judged[] {
  const first = judged.findIndex((item) => item.verdict?.label === 'subtitle');
  return judged.map((item, i) =>
    i > first && i < bodyStart && item.verdict?.label === 'subtitle'
      ? { block: item.block, verdict: verdict('body', 'second-subtitle', 0.6) }
      : item,
  );
}
