import type { Block, Element } from '../../../document/document.ts';
import { POINTS_ELSEWHERE } from '../../../document/label-sets.ts';
import { verdict } from '../../../document/verdict.ts';
import { namesPart } from '../../../recognize/class-names.ts';
import { type LabelledLine, labelIfOpen } from '../labelled-line.ts';

const isHeadlineName = namesPart('headline');
const isNextArticle = namesPart('next-article');
/** Levels of headings that may be another article's headline. */
const MAX_LEVEL = 2;
/** Share of a heading's text, 0 to 1, that is a link where the heading leads to the article. Set by hand. */
const MIN_LINKED = 0.9;
const SPACE = /\s+/;
// Shorter texts above may be a summary or another part of the same article's head.
const MIN_ARTICLE_WEIGHT = 250;

/**
 * Where an article begins that endless scrolling appended to a page's own: at a first-level heading with other words
 * than the title, which bears the same name for a headline or stands outside of the `article` element that holds the
 * title; at a second-level one out there where something tells more. The number of blocks when there is none.
 * `body` tells of each block whether it may be body; enough of it must stand above.
 */
export function appendedArticle(
  lines: readonly LabelledLine[],
  title: number,
  body: readonly boolean[],
): number {
  const own = lines[title]?.line;
  if (own === undefined) return lines.length;
  const names = headlineNames(own.block.context.element?.words ?? '');
  const around = articleAround(own.block);
  if (names.length === 0 && around === null) return lines.length;
  const { key } = own;
  let above = 0;
  for (let i = title + 1; i < lines.length; i++) {
    const { line } = lines[i]!;
    const { block } = line;
    if (body[i]) above += line.weight;
    if (above < MIN_ARTICLE_WEIGHT || block.context.hidden || line.key === key) continue;
    if (opensOther(lines, i, own.block, names, around)) return i;
  }
  return lines.length;
}

/** The blocks with what stands in appended articles named so, unless a rule has spoken. */
export function withoutAppended(
  lines: readonly LabelledLine[],
  from: number,
): readonly LabelledLine[] {
  if (from === lines.length) return lines;
  return lines.map((item, i) =>
    i < from ? item : labelIfOpen(item, verdict('related', 'appended-article')),
  );
}

/** Whether a line is the headline of another article. */
function opensOther(
  lines: readonly LabelledLine[],
  i: number,
  title: Block,
  names: readonly string[],
  around: Element | null,
): boolean {
  const { block } = lines[i]!.line;
  if (block.type !== 'heading' || (block.level ?? MAX_LEVEL) > MAX_LEVEL) return false;
  const isFirst = block.level === 1;
  if (isFirst && (isBeside(block, around) || bearsOne(block, names))) return true;
  // A part of the article may stand out there too, under a heading that is made otherwise.
  const isAlike = isFirst && block.context.element?.words === title.context.element?.words;
  return isOutside(block, around) && (isAlike || isAnnounced(lines, i));
}

function isBeside(block: Block, around: Element | null): boolean {
  const other = around === null ? null : articleAround(block);
  return other !== null && other !== around;
}

/** Whether a block stands behind the `article` element that holds the title. */
function isOutside({ context }: Block, around: Element | null): boolean {
  if (around === null) return false;
  for (let e = context.element; e; e = e.parent) if (e === around) return false;
  return true;
}

/** A second-level heading that leads to the other article, stands in an `article` of its own, or under words that announce it. */
function isAnnounced(lines: readonly LabelledLine[], i: number): boolean {
  const { block } = lines[i]!.line;
  const label = lines[i - 1]?.verdict?.label ?? '';
  if (block.context.linkShare >= MIN_LINKED || POINTS_ELSEWHERE.has(label)) return true;
  for (let e = block.context.element; e; e = e.parent)
    if (e.tag === 'article' || isNextArticle(e.words)) return true;
  return false;
}

function bearsOne({ context }: Block, names: readonly string[]): boolean {
  return headlineNames(context.element?.words ?? '').some((name) => names.includes(name));
}

/** The outermost `article` element around a block; null where there is none. */
function articleAround({ context }: Block): Element | null {
  let found: Element | null = null;
  for (let e = context.element; e; e = e.parent) if (e.tag === 'article') found = e;
  return found;
}

function headlineNames(words: string): string[] {
  return words.split(SPACE).filter(isHeadlineName);
}
