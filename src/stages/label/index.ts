import type { Warning } from '../../article.ts';
import type { Block, Document, Labelled, LabelledBlock, Span, Stage } from '../../document.ts';
import type { BodyType } from '../../labels.ts';
import { isRemoved } from '../../labels.ts';
import { keyOf } from '../../tokens.ts';
import { bodyRange, type Range } from './body.ts';
import { bodyStartAboveHeads, bodyStartBelowFacts, extendedEnd } from './extend.ts';
import { firstVerdicts } from './first.ts';
import { type HeadContext, isBiography, isDescription, isTextSubtitle, judgeHead, namesAround } from './head.ts';
import { judgeCaptions } from './captions.ts';
import { isGlued, nameFurniture } from './furniture.ts';
import { createNamer } from './namer.ts';
import { createPhraseMatcher } from './phrases.ts';
import { mixedSpans } from './pieces.ts';
import { endsSentence, isProse, weightOf } from './shape.ts';
import { withOneSection } from './sections.ts';
import { isSubhead } from './subhead.ts';
import { judgeTail } from './tail.ts';
import { titleLine } from './title-line.ts';
import { headTitle, titleBlock } from './title-page.ts';
import { containerOf } from './trunk.ts';
import { type Judged, judge, type Verdict, verdict } from './verdict.ts';
import { createVocabulary } from '../../recognize/vocabulary.ts';

const MAX_TITLE_WEIGHT = 260;
const MAX_LINK_SHARE = 0.6;
const MIN_ARTICLE_WEIGHT = 140;

/**
 * Gives every block, and every span of a line that holds several facts, its label: rules that name what a
 * line is, then the body as the best stretch of prose, then what stands above and below it.
 */
export function createLabel(): Stage<Document, Labelled> {
  const phrases = createPhraseMatcher();
  const vocabulary = createVocabulary();
  const name = createNamer();
  return (document) => {
    const { facts, format } = document;
    const html = format === 'html';
    const language = facts.find((fact) => fact.name === 'lang')?.value;
    const first = firstVerdicts(document, phrases, vocabulary);
    const range = bodyRange(first);
    const description = keyOf(facts.find((f) => f.name === 'og:description' || f.name === 'description')?.value ?? '');
    const base = { phrases, vocabulary, language, html, description };
    if (!range || (html && proseWeight(first, range) < MIN_ARTICLE_WEIGHT)) {
      return withoutArticle(document, first, base);
    }
    const bounds = boundsOf(first, range, document, base);
    const context: HeadContext = { ...base, ...bounds };
    const head = judgeHead(first, context);
    const body = judgeBody(head, context, bounds.bodyEnd);
    const tail = judgeTail(judgeCaptions(body, context), bounds.bodyEnd, context);
    return finish(document, nameFurniture(tail, name), context, []);
  };
}

type Base = Omit<HeadContext, 'title' | 'bodyStart'>;

function boundsOf(
  judged: readonly Judged[],
  range: Range,
  document: Document,
  base: Base,
): { title: number; bodyStart: number; bodyEnd: number } {
  let bodyStart = bodyStartBelowFacts(judged, range, base.language);
  let title = base.html
    ? (titleBlock(judged, document.facts, bodyStart) ?? -1)
    : (titleLine(judged, bodyStart) ?? -1);
  if (title < 0 && !base.html && isTitleLike(judged[bodyStart]!, judged[bodyStart + 1])) {
    title = bodyStart;
  }
  if (title >= bodyStart && title < range.end) bodyStart = title + 1;
  bodyStart = bodyStartAboveHeads(judged, bodyStart, title, base.html);
  const container = containerOf(judged.slice(range.start, range.end).map((j) => j.block));
  return { title, bodyStart, bodyEnd: extendedEnd(judged, range, container, base) };
}

function isTitleLike({ block }: Judged, next: Judged | undefined): boolean {
  const { text } = block.copy;
  return next !== undefined && !endsSentence(text) && weightOf(text) <= MAX_TITLE_WEIGHT;
}

function judgeBody(judged: readonly Judged[], context: HeadContext, bodyEnd: number): Judged[] {
  const { bodyStart, html } = context;
  const out = [...judged];
  const byline = judged.find((item) => item.verdict?.label === 'byline')?.block.copy.text;
  const hasSubtitle = judged.some((item) => item.verdict?.label === 'subtitle');
  for (let i = bodyStart; i < bodyEnd; i++) {
    const { block, verdict: known } = out[i]!;
    if (known) {
      if (known.rule.startsWith('tag:aside') && block.type === 'quote') out[i] = { block, verdict: null };
      continue;
    }
    if (!html && isUnderFurniture(out, i, bodyStart)) {
      out[i] = { block, verdict: verdict(out[i - 1]!.verdict!.label, 'under-furniture', 0.75) };
      continue;
    }
    const atEdge = i <= bodyStart + 1 || i >= bodyEnd - 2;
    if (byline !== undefined && atEdge && isBiography(block.copy.text, byline)) {
      out[i] = { block, verdict: verdict('author-bio', 'biography-of-byline', 0.85) };
      continue;
    }
    if (byline !== undefined && atEdge && keyOf(byline).endsWith(keyOf(block.copy.text))) {
      out[i] = { block, verdict: verdict('duplicate-byline', 'repeated-byline', 0.85) };
      continue;
    }
    if (i === bodyStart && !hasSubtitle && context.title >= 0) {
      const proven = html
        ? isDescription(block.copy.text, context) && SUBTITLE_BEFORE_BODY.test(namesAround(block.context.element))
        : isTextSubtitle(judged, i, context);
      if (proven) {
        out[i] = { block, verdict: verdict('subtitle', 'set-off', 0.75) };
        continue;
      }
    }
    if (html && block.context.linkShare > MAX_LINK_SHARE && !isProse(block)) {
      out[i] = { block, verdict: verdict('related', 'links-in-body', 0.7) };
      continue;
    }
    out[i] = { block, verdict: verdict('body', 'prose-range', isProse(block) ? 0.9 : 0.75) };
  }
  return out;
}

const BOXES: ReadonlySet<string> = new Set(['newsletter', 'subscription', 'cookie-consent', 'login', 'comment-form']);

/** A sentence right below a box's heading, in a text whose paragraphs are parted by blank lines. */
function isUnderFurniture(judged: readonly Judged[], i: number, bodyStart: number): boolean {
  const before = judged[i - 1];
  if (i <= bodyStart || !before?.verdict || !isGlued(before, judged[i]!)) return false;
  if (!BOXES.has(before.verdict.label)) return false;
  const prose = judged.slice(bodyStart).filter((item) => isProse(item.block));
  return prose.filter((item) => item.block.context.gap > 0).length >= prose.length * 0.8;
}

const SUBTITLE_BEFORE_BODY = /sub|lead|intro|deck|dek|desc|summary|excerpt|standfirst|sapo|chapo/;

function proseWeight(judged: readonly Judged[], range: Range): number {
  return judged
    .slice(range.start, range.end)
    .reduce((sum, { block, verdict: known }) => sum + (!known && isProse(block) ? weightOf(block.copy.text) : 0), 0);
}

/** A page of nothing but furniture; of a plain text, lines that no rule names are kept. */
function withoutArticle(document: Document, judged: readonly Judged[], base: Base): Labelled {
  const { html } = base;
  const title = (html ? titleBlock(judged, document.facts, judged.length) : titleLine(judged, Math.ceil(judged.length / 2))) ?? -1;
  const rest = judged.map((item, i) =>
    i === title
      ? item
      : judge(item, html ? verdict('other', 'no-article', 0.5) : verdict('body', 'unnamed-line', 0.4)),
  );
  const kept = rest.some((item) => item.verdict?.label === 'body');
  const warning: Warning = kept
    ? { code: 'low-certainty', message: 'no running text was found; lines that no rule names were kept' }
    : { code: 'no-article', message: 'no running text was found' };
  return finish(document, rest, { ...base, title, bodyStart: 0 }, [warning]);
}

function finish(
  document: Document,
  judged: readonly Judged[],
  context: HeadContext,
  warnings: readonly Warning[],
): Labelled {
  const hidden = context.html ? headTitle(judged) : null;
  const following = nextBodyBlocks(judged);
  const blocks = judged.map(({ block, verdict: known }, i): LabelledBlock => {
    const typed = { ...block, ...typeOf(judged[i]!, following[i], context.html) };
    if (i === context.title) return labelled(typed, verdict('title', 'title', 0.9));
    if (i === hidden) return labelled(typed, verdict('title', 'title-element', 0.6));
    const inFurniture = !known || (isRemoved(known.label) && known.certainty < 0.9);
    const mixed = inFurniture && i < context.bodyStart && !block.context.hidden ? mixedSpans(block.copy.text, context) : null;
    if (mixed) return { ...typed, spans: mixed };
    return labelled(typed, known ?? verdict('navigation', 'above-title', 0.5));
  });
  return {
    ...document,
    blocks: withOneSection(blocks, context.title, context.phrases),
    warnings: [...document.warnings, ...warnings],
  };
}

/** For each block the next block of the body behind it. */
function nextBodyBlocks(judged: readonly Judged[]): (Block | undefined)[] {
  let next: Block | undefined;
  return judged
    .map((_, i) => judged.length - 1 - i)
    .map((i) => {
      const following = next;
      if (judged[i]!.verdict?.label === 'body') next = judged[i]!.block;
      return following;
    })
    .reverse();
}

function typeOf(
  { block, verdict: known }: Judged,
  next: Block | undefined,
  html: boolean,
): { type?: BodyType } {
  return known?.label === 'body' && isSubhead(block, next, html) ? { type: 'heading' } : {};
}

function labelled(block: Block, { label, rule, certainty }: Verdict): LabelledBlock {
  const { length } = block.copy.text;
  const whole: Span = { start: 0, end: length, label, rule, certainty };
  const marked = block.marker > 0 && label === 'body' && block.type === 'list-item';
  if (!marked) return { ...block, spans: [whole] };
  return {
    ...block,
    spans: [
      { ...whole, end: block.marker, syntax: true },
      { ...whole, start: block.marker },
    ],
  };
}
