import { parseByline } from '../../../recognize/byline/index.ts';
import { isDateLine } from '../../../recognize/dates/line.ts';
import { repeatOf } from '../../../recognize/repeats.ts';
import { keyOf } from '../../../text/tokens.ts';
import { endsSentence, weightOf, wordsOf } from '../../read/shape.ts';
import { type Judged, type Verdict, verdict } from '../verdict.ts';
import { isBiography } from './biography.ts';
import { mixedSpans, type PieceContext } from './mixed-lines.ts';
import { inPageHeader, namesAround, sharesBox } from './page-header.ts';
import { isNumberedHeading, isSubtitle, oneSubtitle } from './subtitle.ts';

const BYLINE_NAMES =
  /author|byline|writer|autor|auteur|autore|firma|reporter|journalist|credit-?by/;
const SECTION_NAMES =
  /section|categor|(?:^|[\s_-])cate?(?:[\s_-]|$)|rubri|channel|topic|seccion|ressort/;
const KICKER_NAMES =
  /kicker|overline|dachzeile|topline|roofline|eyebrow|ante-?titulo|occhiello|sur-?titre|sobretitulo|nadtytul|volanta|cintillo|(?:^|[\s_-])flag(?:[\s_-]|$)/;
// Further up a page the name of a section is a link of its menu.
const MAX_SECTION_DISTANCE = 3;
const MAX_SECTION_WORDS = 4;
const MIN_SENTENCE_WEIGHT = 30;
// Shorter ones are captions and notices as often as not.
const MIN_BODY_WEIGHT = 60;
const COLON = /[:：]/;
const OVER_TITLE: ReadonlySet<string> = new Set(['kicker', 'date', 'section']);

/** What the lines around the title are judged by. */
export interface HeadContext extends PieceContext {
  readonly html: boolean;
  /** Index of the title's block; -1 when there is none. */
  readonly title: number;
  /** Index of the body's first block. */
  readonly bodyStart: number;
  /** Key of the page's own description, '' when it has none. */
  readonly description: string;
}

/** Judges the blocks from the top of the page to the body's start, the title left out. */
export function judgeHead(judged: readonly Judged[], context: HeadContext): Judged[] {
  const out = [...judged];
  const title = judged[context.title]?.block.copy.text ?? '';
  let byline: string | null = null;
  for (const i of outwards(context)) {
    const item = out[i]!;
    if (i === context.title || isSettled(item)) continue;
    const { text } = item.block.copy;
    const found = ofRepeat(text, title, byline) ?? ofLine(out, i, context);
    const second = found?.label === 'byline' && byline !== null;
    if (found?.label === 'byline') byline ??= text;
    const next = second ? verdict('duplicate-byline', 'second-byline', 0.7) : found;
    if (next) out[i] = { block: item.block, verdict: next };
    else if (!item.verdict && !mixedSpans(text, context)) {
      out[i] = { block: item.block, verdict: verdict('navigation', 'above-title', 0.5) };
    }
  }
  return oneSubtitle(out, context.bodyStart);
}

/** The head's blocks: from the title up to the top of the page, then from the title down to the body. */
function outwards({ title, bodyStart }: HeadContext): number[] {
  const over = Array.from({ length: Math.max(0, title) }, (_, i) => title - 1 - i);
  return [...over, ...Array.from({ length: bodyStart - over.length }, (_, i) => over.length + i)];
}

/** A rule that looks at the words, not only at the markup around them, has spoken. */
function isSettled({ verdict: found, block }: Judged): boolean {
  if (block.context.hidden) return true;
  if (found === null || found.label === 'credit' || found.label === 'author-bio') return false;
  return !found.rule.startsWith('name:') && !found.rule.startsWith('tag:');
}

/** A line that says the title or the byline again, or tells of the byline's author. */
function ofRepeat(text: string, title: string, byline: string | null): Verdict | null {
  if (repeatOf(text, keyOf(title)) || repeatOf(title, keyOf(text)) === 'affixed') {
    return verdict('duplicate-title', 'repeated-title', 0.95);
  }
  if (byline === null) return null;
  if (keyOf(text) === keyOf(byline)) return verdict('duplicate-byline', 'repeated-byline', 0.9);
  return isBiography(text, byline) ? verdict('author-bio', 'biography-of-byline', 0.85) : null;
}

function ofLine(judged: readonly Judged[], i: number, context: HeadContext): Verdict | null {
  const { block, verdict: markup } = judged[i]!;
  const found = ofDate(judged, i, context) ?? ofByline(judged, i, context);
  if (found) return found;
  if (markup?.label === 'breadcrumb' || mixedSpans(block.copy.text, context)) return null;
  if (isSubtitle(judged, i, context)) return verdict('subtitle', 'under-the-title', 0.8);
  if (markup) return null;
  return ofSection(judged, i, context) ?? ofUnknown(judged, i, context);
}

function ofDate(judged: readonly Judged[], i: number, context: HeadContext): Verdict | null {
  const { block } = judged[i]!;
  const date = isDateLine(block.copy.text, context.language);
  if (!date) return null;
  const above = i < context.title || context.title < 0;
  const stamp = i === context.title - 1 && date.precision !== 'day';
  const header = context.html ? inPageHeader(block, judged[context.title]?.block) : above && !stamp;
  return date.kind === 'absolute' && header
    ? verdict('page-date', 'date-above-title', 0.8)
    : verdict('date', 'date-line', 0.9);
}

function ofByline(judged: readonly Judged[], i: number, context: HeadContext): Verdict | null {
  const { block } = judged[i]!;
  const parsed = parseByline(block.copy.text, context.language);
  if (!parsed) return null;
  if (parsed.confident) return verdict('byline', 'byline', 0.9);
  if (mixedSpans(block.copy.text, context)) return null;
  const below = i > context.title && context.title >= 0;
  const newsroom = below && parsed.authors.some(({ kind }) => kind === 'desk' || kind === 'agency');
  const named = BYLINE_NAMES.test(namesAround(block.context.element));
  return newsroom || named || isRepeatedName(judged, i, context)
    ? verdict('byline', 'name-in-its-place', 0.75)
    : null;
}

function ofSection(judged: readonly Judged[], i: number, context: HeadContext): Verdict | null {
  const { block } = judged[i]!;
  const { text } = block.copy;
  const { html, title, vocabulary } = context;
  const names = namesAround(block.context.element);
  if (vocabulary.isKicker(text)) return verdict('kicker', 'kicker-name', 0.8);
  const section = vocabulary.isSection(text);
  if (i < title && KICKER_NAMES.test(names)) {
    return verdict(section ? 'section' : 'kicker', 'kicker-markup', 0.8);
  }
  const near = !html || i >= title - MAX_SECTION_DISTANCE;
  return near && (section || SECTION_NAMES.test(names))
    ? verdict('section', 'section-name', 0.85)
    : null;
}

/** A line that nothing tells, near the title: what such lines mostly are. */
function ofUnknown(judged: readonly Judged[], i: number, context: HeadContext): Verdict | null {
  const { text } = judged[i]!.block.copy;
  const { html, title, vocabulary } = context;
  const above = i < title || title < 0;
  if (endsSentence(text) && weightOf(text) > MIN_SENTENCE_WEIGHT) {
    const body = !above && (!html || weightOf(text) >= MIN_BODY_WEIGHT);
    return body ? verdict('body', 'sentence-below-title', 0.6) : null;
  }
  const short = isShort(text);
  if (short && vocabulary.networksIn(text) > 0) return verdict('social', 'name-of-network', 0.7);
  if (above) return ofLineOver(judged, i, context);
  if (isNumberedHeading(judged[i]!.block)) return verdict('body', 'numbered-heading', 0.6);
  if (html) return verdict('site-template', 'between-title-and-body', 0.5);
  if (!short) return null;
  const name = !vocabulary.isOrganization(text) && parseByline(text, context.language) !== null;
  return name
    ? verdict('byline', 'name-under-title', 0.6)
    : verdict('section', 'line-under-title', 0.55);
}

/** A line above the title: one or two words right over it name the section. */
function ofLineOver(judged: readonly Judged[], i: number, context: HeadContext): Verdict {
  const { block } = judged[i]!;
  const { text } = block.copy;
  const words = wordsOf(text).length;
  const one = words === 1 || (words === 2 && !context.vocabulary.isOrganization(text));
  const title = judged[context.title]?.block;
  return one && isShort(text) && isRightOver(judged, i, context.title) && sharesBox(block, title)
    ? verdict('section', 'line-over-title', 0.5)
    : verdict('navigation', 'above-title', 0.6);
}

function isShort(text: string): boolean {
  return wordsOf(text).length <= MAX_SECTION_WORDS && !endsSentence(text) && !COLON.test(text);
}

/** Nothing but a kicker, a date or a section stands between the line and the title. */
function isRightOver(judged: readonly Judged[], i: number, title: number): boolean {
  for (let k = i + 1; k < title; k++) {
    const found = judged[k]!.verdict;
    if (!found || !OVER_TITLE.has(found.label)) return false;
  }
  return true;
}

function isRepeatedName(
  judged: readonly Judged[],
  i: number,
  { title, bodyStart }: HeadContext,
): boolean {
  if (i <= title) return false;
  const { text } = judged[i]!.block.copy;
  const next = judged[i + 1]?.block.copy.text;
  if (next === undefined || i + 1 > bodyStart) return false;
  return keyOf(next) === keyOf(text) || isBiography(next, text);
}
