import type { Block } from '../../../document/document.ts';
import { parseByline } from '../../../recognize/byline/index.ts';
import { parseDateline } from '../../../recognize/dateline/index.ts';
import { findDate } from '../../../recognize/dates/find.ts';
import { isDateLine } from '../../../recognize/dates/line.ts';
import { keyOf } from '../../../text/tokens.ts';
import { sentencesIn, weightOf } from '../../read/shape.ts';
import { type Judged, verdict } from '../verdict.ts';
import type { HeadContext } from './head.ts';
import { namesAround } from './page-header.ts';

const SUBTITLE_NAMES =
  /sub-?(?:title|head|headline|line)|standfirst|(?:^|[\s_-])(?:deck|dek|sapo|chapo|chapeau|lede?|summary|excerpt|intro|teaser(?:-?text)?|abstract|catenaccio|occhiello|sommario|bajada|entradilla|volanta|manchet|ingress|vorspann|anriss|untertitel|lid|zajawka|spot|perex|synopsis|strapline|sub)(?:[\s_-]|$)|description|article-?(?:lead|intro|summary)/;
// Names that stand for the deck alone, not for any summary or introduction.
const DECK_NAMES =
  /sub-?(?:title|head|headline|heading|line)(?:[\s_-]|$)|standfirst|(?:^|[\s_-])(?:deck|dek|sapo|chapo|chapeau|catenaccio|sommario|bajada|entradilla|manchet|ingress|vorspann|anriss|untertitel|zajawka|perex|strapline)(?:[\s_-]|$)/;
const SUMMARY_NAMES = /sub|lead|intro|deck|dek|desc|summary|excerpt|standfirst|sapo|chapo/;
const MAX_WEIGHT = 450;
const MIN_WEIGHT = 30;
const MIN_DESCRIPTION_KEY = 20;
const MAX_LINK_SHARE = 0.5;
const MAX_HEADING_LEVEL = 3;
const NUMBERED = /^(?:[[(#]?(?:\d{1,2}|[A-Z])[\].):]\s|#\d|[^\s]{2,8} #?\d{1,2}[:.–-]\s)/u;
const MAX_DATED_WEIGHT = 60;

/** Whether a block between title and body is the subtitle: what it is called, or that the page describes itself so. */
export function isSubtitle(judged: readonly Judged[], i: number, context: HeadContext): boolean {
  if (i <= context.title || context.title < 0) return false;
  const { block } = judged[i]!;
  const weight = weightOf(block.copy.text);
  if (weight < MIN_WEIGHT || weight > MAX_WEIGHT) return false;
  if (block.context.linkShare > MAX_LINK_SHARE || block.type === 'list-item') return false;
  if (!context.html) return true;
  if (isDated(block.copy.text, context)) return false;
  return (
    isDeckHeading(judged, i) ||
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
    isNamedDeck(judged, i) ||
    (isDescription(block.copy.text, context) &&
      SUMMARY_NAMES.test(namesAround(block.context.element)))
  );
}

/** A deck by its name; what stands below it is none, so that the name is not the whole article's. */
function isNamedDeck(judged: readonly Judged[], i: number): boolean {
  const [block, next] = [judged[i]!.block, judged[i + 1]?.block];
  const weight = weightOf(block.copy.text);
  if (weight < MIN_WEIGHT || weight > MAX_WEIGHT || next === undefined) return false;
  const named = DECK_NAMES.test(namesAround(block.context.element));
  return named && !DECK_NAMES.test(namesAround(next.context.element));
}

/** A heading under the title, but not the first of the article's sections. */
function isDeckHeading(judged: readonly Judged[], i: number): boolean {
  const { block } = judged[i]!;
  const { level = MAX_HEADING_LEVEL } = block;
  if (block.type !== 'heading' || level > MAX_HEADING_LEVEL) return false;
  return !isNumberedHeading(block);
}

/** A heading with a number or letter of its own: the first of the article's sections, not a deck. */
export function isNumberedHeading({ type, copy }: Block): boolean {
  return type === 'heading' && NUMBERED.test(copy.text);
}

/** A short line with a date in it tells when the article was written, changed or translated. */
function isDated(text: string, { language }: HeadContext): boolean {
  return weightOf(text) <= MAX_DATED_WEIGHT && findDate(text, language)?.precision === 'day';
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
