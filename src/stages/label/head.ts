import type { Element } from '../../document.ts';
import { keyOf } from '../../tokens.ts';
import { parseByline } from '../../recognize/byline.ts';
import { isDateLine } from '../../recognize/dates/line.ts';
import { parseDateline } from '../../recognize/dateline.ts';
import { type PieceContext, mixedSpans } from './pieces.ts';
import { repeatOf } from '../../recognize/repeats.ts';
import { endsSentence, sentencesIn, weightOf, wordsOf } from './shape.ts';
import { type Judged, type Verdict, verdict } from './verdict.ts';

const BYLINE_NAMES = /author|byline|writer|autor|auteur|autore|firma|reporter|journalist|credit-?by/;
const SECTION_NAMES = /section|categor|(?:^|[\s_-])cate?(?:[\s_-]|$)|rubri|channel|topic|seccion|ressort/;
const KICKER_NAMES = /kicker|overline|dachzeile|topline|roofline|eyebrow|ante-?titulo|occhiello|sur-?titre|sobretitulo|nadtytul|volanta|cintillo|(?:^|[\s_-])flag(?:[\s_-]|$)/;
const SUBTITLE_NAMES =
  /sub-?(?:title|head|headline|line)|standfirst|(?:^|[\s_-])(?:deck|dek|sapo|chapo|chapeau|lede?|summary|excerpt|intro|teaser-?text|abstract|catenaccio|occhiello|sommario|bajada|entradilla|volanta|manchet|ingress|vorspann|anriss|untertitel|lid|zajawka|spot|perex|synopsis|strapline|sub)(?:[\s_-]|$)|description|article-?(?:lead|intro|summary)/;
const MAX_BIO_SENTENCES = 4;
const MAX_ARTICLE_LENGTH = 3;
const MIN_NAME_KEY = 5;

// Further up a page the name of a section is a link of its menu.
const MAX_SECTION_DISTANCE = 3;
const COLON = /[:：]/;
const MAX_SUBTITLE_WEIGHT = 450;
const MIN_SUBTITLE_WEIGHT = 30;
const MAX_SECTION_WORDS = 4;

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
  let byline: string | null = null;
  const titleText = judged[context.title]?.block.copy.text ?? '';
  const titleKey = keyOf(titleText);
  for (const i of outwards(context)) {
    const item = out[i]!;
    if (i === context.title || isSettled(item)) continue;
    const text = item.block.copy.text;
    let found: Verdict | null = null;
    if (repeatOf(text, titleKey) || repeatOf(titleText, keyOf(text)) === 'affixed') {
      found = verdict('duplicate-title', 'repeated-title', 0.95);
    } else if (byline !== null && keyOf(text) === keyOf(byline)) {
      found = verdict('duplicate-byline', 'repeated-byline', 0.9);
    } else if (byline !== null && isBiography(text, byline)) {
      found = verdict('author-bio', 'biography-of-byline', 0.85);
    } else {
      found = ofLine(out, i, context);
      if (found?.label === 'byline') {
        if (byline === null) byline = text;
        else found = verdict('duplicate-byline', 'second-byline', 0.7);
      }
    }
    if (found) out[i] = { block: item.block, verdict: found };
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

function ofLine(judged: readonly Judged[], i: number, context: HeadContext): Verdict | null {
  const { block, verdict: markup } = judged[i]!;
  const { text } = block.copy;
  const names = namesAround(block.context.element);
  const afterTitle = i > context.title && context.title >= 0;
  const date = isDateLine(text, context.language);
  if (date) {
    const rightAbove = i === context.title - 1 && date.precision !== 'day';
    const reading =
      date.kind === 'absolute' && (context.html ? inPageHeader(judged[i]!, judged[context.title]) : !afterTitle && !rightAbove);
    return reading ? verdict('page-date', 'date-above-title', 0.8) : verdict('date', 'date-line', 0.9);
  }
  const parsed = parseByline(text, context.language);
  if (!parsed?.confident && mixedSpans(text, context)) return null;
  if (parsed?.confident || (parsed && ((afterTitle && parsed.authors.some(isNewsroom)) || BYLINE_NAMES.test(names) || isRepeatedName(judged, i, context)))) {
    return verdict('byline', parsed.confident ? 'byline' : 'name-in-its-place', parsed.confident ? 0.9 : 0.75);
  }
  if (markup?.label === 'breadcrumb') return null;
  if (isSubtitle(judged, i, names, context)) return verdict('subtitle', 'under-the-title', 0.8);
  if (markup) return null;
  if (context.vocabulary.isKicker(text)) return verdict('kicker', 'kicker-name', 0.8);
  if (i < context.title && KICKER_NAMES.test(names)) {
    return verdict(context.vocabulary.isSection(text) ? 'section' : 'kicker', 'kicker-markup', 0.8);
  }
  const near = !context.html || afterTitle || i >= context.title - MAX_SECTION_DISTANCE;
  if (near && (context.vocabulary.isSection(text) || SECTION_NAMES.test(names))) return verdict('section', 'section-name', 0.85);
  return unknownLine(text, afterTitle, isRightOver(judged, i, context.title) && sharesBox(block, judged[context.title]), parsed !== null, context);
}

const PAGE_HEADER = /top-?(?:bar|line|date|strip)|topo-|masthead|site-?header|page-?header|current-?date|today|weather|header-?(?:date|top)|(?:^|\s)(?:top|head)(?:[\s_-]|$)/;
const ARTICLE = /^(?:article|main)$/;

/** A date in the page's own header is the day of reading. */
function inPageHeader({ block }: Judged, title: Judged | undefined): boolean {
  const around = new Set<Element>();
  for (let e = title?.block.context.element ?? null; e; e = e.parent) around.add(e);
  for (let e = block.context.element; e; e = e.parent) {
    if (ARTICLE.test(e.tag) || around.has(e)) return false;
    if (PAGE_HEADER.test(e.words) || e.tag === 'nav' || (e.tag === 'header' && e.parent?.tag === 'body')) return true;
  }
  return false;
}

/** A line that nothing tells, near the title: what such lines mostly are. */
function unknownLine(
  text: string,
  afterTitle: boolean,
  overTitle: boolean,
  isName: boolean,
  { html, vocabulary }: HeadContext,
): Verdict | null {
  if (endsSentence(text) && weightOf(text) > MIN_SUBTITLE_WEIGHT) return null;
  const words = wordsOf(text).length;
  const short = words <= MAX_SECTION_WORDS && !endsSentence(text) && !COLON.test(text);
  if (short && vocabulary.networksIn(text) > 0) return verdict('social', 'name-of-network', 0.7);
  if (!afterTitle) {
    const section = overTitle && short && (words === 1 || (words === 2 && !vocabulary.isOrganization(text)));
    return section ? verdict('section', 'line-over-title', 0.5) : verdict('navigation', 'above-title', 0.6);
  }
  if (html) return verdict('site-template', 'between-title-and-body', 0.5);
  if (short && isName && !vocabulary.isOrganization(text)) return verdict('byline', 'name-under-title', 0.6);
  return short ? verdict('section', 'line-under-title', 0.55) : null;
}

function isNewsroom({ kind }: { readonly kind: string }): boolean {
  return kind === 'desk' || kind === 'agency';
}

/** The name begins the text; an article of grammar may stand before it (`Η Ελένη …`). */
function isAtStart(text: string, name: string): boolean {
  const at = text.indexOf(` ${name} `);
  return at >= 0 && at <= MAX_ARTICLE_LENGTH;
}

const OVER_TITLE: ReadonlySet<string> = new Set(['kicker', 'date', 'section']);

/** Whether a line stands in the same part of the page as the title; always in plain text. */
function sharesBox({ context }: Judged['block'], title: Judged | undefined): boolean {
  if (!context.element) return true;
  const around = new Set<Element>();
  for (let e = title?.block.context.element ?? null; e && e.tag !== 'body'; e = e.parent) around.add(e);
  const { parent } = context.element;
  return around.has(context.element) || (parent !== null && around.has(parent));
}

/** Nothing but a kicker or a date stands between the line and the title. */
function isRightOver(judged: readonly Judged[], i: number, title: number): boolean {
  return judged
    .slice(i + 1, Math.max(title, i + 1))
    .every(({ verdict: found }) => found !== null && OVER_TITLE.has(found.label));
}

function isRepeatedName(judged: readonly Judged[], i: number, { title, bodyStart }: HeadContext): boolean {
  if (i <= title) return false;
  const { text } = judged[i]!.block.copy;
  const next = judged[i + 1]?.block.copy.text;
  if (next === undefined || i + 1 > bodyStart) return false;
  return keyOf(next) === keyOf(text) || isBiography(next, text);
}

/** `Jane Roe covers transport for …`: a few sentences that begin with a name in the byline. */
export function isBiography(text: string, byline: string): boolean {
  if (sentencesIn(text) === 0 || sentencesIn(text) > MAX_BIO_SENTENCES) return false;
  const start = ` ${keyOf(text.slice(0, 120))} `;
  const authors = parseByline(byline)?.authors.map((author) => keyOf(author.name)) ?? [keyOf(byline)];
  return authors.some((name) => name.length >= MIN_NAME_KEY && isAtStart(start, name));
}

function isSubtitle(judged: readonly Judged[], i: number, names: string, context: HeadContext): boolean {
  if (i <= context.title || context.title < 0) return false;
  const { block } = judged[i]!;
  const { text } = block.copy;
  const weight = weightOf(text);
  if (weight < MIN_SUBTITLE_WEIGHT || weight > MAX_SUBTITLE_WEIGHT) return false;
  if (block.context.linkShare > 0.5 || block.type === 'list-item') return false;
  if (!context.html) return true;
  return SUBTITLE_NAMES.test(names) || isDescription(text, context) || (block.type === 'heading' && (block.level ?? 6) <= 3);
}

/** Whether the text is what the page says of itself in its meta description. */
export function isDescription(text: string, { description }: Pick<HeadContext, 'description'>): boolean {
  const key = keyOf(text);
  return key.length > 20 && description !== '' && (description === key || key.startsWith(description));
}

/**
 * The first body block of a plain text is the subtitle when the layout proves it: one sentence, and behind it
 * a byline, a date line, a dateline or more blank lines than before.
 */
export function isTextSubtitle(judged: readonly Judged[], i: number, context: HeadContext): boolean {
  const item = judged[i];
  const next = judged[i + 1];
  if (!item || !next || context.html || item.block.type !== 'paragraph') return false;
  const { text } = item.block.copy;
  if (weightOf(text) > MAX_SUBTITLE_WEIGHT || sentencesIn(text) > 2) return false;
  if (parseDateline(text)) return false;
  const following = next.block.copy.text;
  return (
    next.block.context.gap > Math.max(1, item.block.context.gap) ||
    isDateLine(following, context.language) !== null ||
    parseByline(following, context.language)?.confident === true ||
    parseDateline(following) !== null
  );
}

/** Of several sentences under the title the first is the subtitle, the others are body. */
function oneSubtitle(judged: readonly Judged[], bodyStart: number): Judged[] {
  const first = judged.findIndex((item) => item.verdict?.label === 'subtitle');
  return judged.map((item, i) =>
    i > first && i < bodyStart && item.verdict?.label === 'subtitle'
      ? { block: item.block, verdict: verdict('body', 'second-subtitle', 0.6) }
      : item,
  );
}

/** Class, id and itemprop words of the element and the two around it. */
export function namesAround(element: Element | null): string {
  const one = element?.words ?? '';
  const two = element?.parent?.words ?? '';
  return one === '' && two === '' ? '' : `${one} ${two}`;
}
