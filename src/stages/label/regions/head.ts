import { type Verdict, verdict } from '../../../document/verdict.ts';
import type { ParsedByline } from '../../../recognize/byline/parsed-byline.ts';
import { SEPARATORS } from '../../../recognize/byline/parts.ts';
import { isReportingName } from '../../../recognize/byline/reporting.ts';
import { namesPart } from '../../../recognize/class-names.ts';
import { repeatOf } from '../../../recognize/repeats.ts';
import type { Line } from '../../read/line.ts';
import { isOfOtherBox } from '../../read/other-box.ts';
import { type LabelledLine, labelIfOpen, relabel } from '../labelled-line.ts';
import { signedAt } from '../signed-line.ts';
import { isBiography } from './biography.ts';
import { isCaption } from './captions.ts';
import type { RegionContext } from './context.ts';
import { inPageHeader, namesAround } from './page-header.ts';
import { isSubtitle, oneSubtitle } from './subtitle.ts';
import { ofUnknown } from './unknown-line.ts';

const namesByline = namesPart('byline');
const namesSection = namesPart('section');
const namesKicker = namesPart('kicker');
/** Names of sections below one another that are a menu: two are a section and a part of it. Set by hand. */
const MIN_MENU = 3;
// Further up a page the name of a section is a link of its menu.
const MAX_SECTION_DISTANCE = 3;
// So far above the title, in lines, a name belongs to a menu or to another article: of 19 bylines of the open benchmark's
// pages that stood further from title and body none was right.
const MAX_BYLINE_DISTANCE = 10;

/** Labels the lines from the top of the page to the body's start, the title left out. */
export function labelHead(lines: readonly LabelledLine[], context: RegionContext): LabelledLine[] {
  const out = [...lines];
  const title = lines[context.title]?.line ?? null;
  let byline: Line | null = null;
  for (const i of outwards(context)) {
    const item = out[i]!;
    if (i === context.title || isSettled(item)) continue;
    const { line } = item;
    const found = ofRepeat(line, title, byline) ?? ofLine(out, i, context);
    const second = found?.label === 'byline' && byline !== null;
    if (found?.label === 'byline') byline ??= line;
    const next = second ? verdict('duplicate-byline', 'second-byline') : found;
    if (next) out[i] = relabel(item, next);
    else if (isOwnSentence(item, i, context))
      out[i] = relabel(item, verdict('body', 'sentence-above-title'));
    else if (!holdsFacts(out, i, context))
      out[i] = labelIfOpen(item, verdict('navigation', 'above-title'));
  }
  return oneSubtitle(out, context.bodyStart);
}

/** Above the title of a plain text, a sentence that is taken for body: nothing shows that it is another article's. */
function isOwnSentence(
  { line, verdict: known }: LabelledLine,
  i: number,
  { html, title, isBody }: RegionContext,
): boolean {
  return !html && !known && i < title && isBody[i] === true && line.isSentence;
}

/** The head's blocks: from the title up to the top of the page, then from the title down to the body. */
function outwards({ title, bodyStart }: RegionContext): number[] {
  const over = Array.from({ length: Math.max(0, title) }, (_, i) => title - 1 - i);
  return [...over, ...Array.from({ length: bodyStart - over.length }, (_, i) => over.length + i)];
}

/** Whether a line is made of several facts, which get a span each. */
function holdsFacts(lines: readonly LabelledLine[], i: number, { title }: RegionContext): boolean {
  return (lines[i]!.line.mixed ?? signedAt(lines, i, title)) !== null;
}

/** A rule that looks at the words, not only at the markup around them, has spoken. */
function isSettled({ verdict: found, line }: LabelledLine): boolean {
  if (line.block.context.hidden) return true;
  if (found === null || found.label === 'credit' || found.label === 'author-bio') return false;
  // Comments have their date and time written as articles do.
  if (found.label === 'comments' && line.dateLine !== null) return false;
  return found.kind !== 'markup';
}

/** A line that says the title or the byline again, or tells of the byline's author. */
function ofRepeat(line: Line, title: Line | null, byline: Line | null): Verdict | null {
  if (title !== null && (repeatOf(line, title.key) || repeatOf(title, line.key) === 'affixed')) {
    return verdict('duplicate-title', 'repeated-title');
  }
  if (byline === null) return null;
  if (line.key === byline.key) return verdict('duplicate-byline', 'repeated-byline');
  return isBiography(line, byline) ? verdict('author-bio', 'biography-of-byline') : null;
}

function ofLine(lines: readonly LabelledLine[], i: number, context: RegionContext): Verdict | null {
  const { line, verdict: markup } = lines[i]!;
  const found = ofDate(lines, i, context) ?? ofByline(lines, i, context);
  if (found) return found;
  if (markup?.label === 'breadcrumb' || holdsFacts(lines, i, context)) return null;
  if (line.dateline?.length === line.text.length) return verdict('body', 'dateline-line');
  if (!context.html && markup === null && isCaption(lines[i]!, context.reading)) {
    return verdict('caption', 'caption-with-credit');
  }
  if (isSubtitle(lines, i, context)) return verdict('subtitle', 'under-the-title');
  if (markup) return null;
  return ofSection(lines, i, context) ?? ofUnknown(lines, i, context);
}

function ofDate(lines: readonly LabelledLine[], i: number, context: RegionContext): Verdict | null {
  const { line } = lines[i]!;
  const date = line.dateLine;
  if (!date) return null;
  const above = i < context.title || context.title < 0;
  const beside = i === context.title - 1 || context.title < 0;
  const stamp = beside && date.precision !== 'day';
  const header = context.html
    ? inPageHeader(line.block, lines[context.title]?.line.block)
    : above && !stamp;
  return date.kind === 'absolute' && header
    ? verdict('page-date', 'date-above-title')
    : verdict('date', 'date-line');
}

function ofByline(
  lines: readonly LabelledLine[],
  i: number,
  context: RegionContext,
): Verdict | null {
  if (i < context.title - MAX_BYLINE_DISTANCE) return null;
  if (i < context.title && (hasBylineBelow(lines, context) || isOfOther(lines, i, context)))
    return null;
  const { line } = lines[i]!;
  const parsed = line.byline;
  if (!parsed) return null;
  if (parsed.confident) return verdict('byline', 'byline');
  if (line.mixed) return null;
  const below = i > context.title && context.title >= 0;
  const newsroom = below && parsed.authors.some(({ kind }) => kind === 'desk' || kind === 'agency');
  const named = namesByline(namesAround(line.block.context.element));
  const reports =
    below && (isReportingName(line.text) || (!context.html && isOverDate(lines, i, parsed)));
  return newsroom || named || reports || isRepeatedName(lines, i, context)
    ? verdict('byline', 'name-in-its-place')
    : null;
}

function ofSection(
  lines: readonly LabelledLine[],
  i: number,
  context: RegionContext,
): Verdict | null {
  const { block, key } = lines[i]!.line;
  const { html, title } = context;
  const { vocabulary } = context.reading;
  if (!html && block.type === 'list-item') return null;
  const names = namesAround(block.context.element);
  if (vocabulary.isKickerKey(key)) return verdict('kicker', 'kicker-name');
  const section = vocabulary.isSectionKey(key);
  if (i < title && namesKicker(names)) {
    return verdict(section ? 'section' : 'kicker', 'kicker-markup');
  }
  if (!html && section && isMenu(lines, i, context)) return verdict('navigation', 'above-title');
  const near = !html || i >= title - MAX_SECTION_DISTANCE;
  return near && (section || namesSection(names)) ? verdict('section', 'section-name') : null;
}

/** Whether names, and whom they write for, stand over a date: `Jane Roe · Coastal Wire Service`. */
function isOverDate(lines: readonly LabelledLine[], i: number, { authors }: ParsedByline): boolean {
  const isNames = authors.every(({ kind }) => kind === 'person');
  return isNames && lines[i + 1]?.line.dateLine != null && SEPARATORS.test(lines[i]!.line.text);
}

/** Above the title of a plain text, sections' names in neighbouring lines are a menu. */
function isMenu(lines: readonly LabelledLine[], i: number, context: RegionContext): boolean {
  const { isSectionKey } = context.reading.vocabulary;
  const isSection = (at: number) => at !== context.title && isSectionKey(lines[at]?.line.key ?? '');
  let [start, end] = [i, i];
  while (isSection(start - 1)) start -= 1;
  while (isSection(end + 1)) end += 1;
  return i < context.title && end + 1 - start >= MIN_MENU;
}

/** A byline above the title in a box with another headline is not the article's. */
function isOfOther(
  lines: readonly LabelledLine[],
  i: number,
  { html, title }: RegionContext,
): boolean {
  return html && lines[i]!.line.byline !== null && isOfOtherBox((at) => lines[at]?.line, i, title);
}

/** A byline right below the title is the article's; one above it then belongs to another article. */
function hasBylineBelow(
  lines: readonly LabelledLine[],
  { title, bodyStart }: RegionContext,
): boolean {
  const end = Math.min(bodyStart, title + 1 + MAX_BYLINE_DISTANCE);
  return lines
    .slice(title + 1, end)
    .some(({ line }) => !line.block.context.hidden && line.byline?.confident === true);
}

function isRepeatedName(
  lines: readonly LabelledLine[],
  i: number,
  { title, bodyStart }: RegionContext,
): boolean {
  if (i <= title) return false;
  const { line } = lines[i]!;
  const next = lines[i + 1]?.line;
  if (next === undefined || i + 1 > bodyStart) return false;
  return next.key === line.key || isBiography(next, line);
}
