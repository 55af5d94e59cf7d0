import type { Label } from '../../../contract/labels.ts';
import { ABOVE_TITLE, BANNERS } from '../../../document/label-sets.ts';
import { type Verdict, verdict } from '../../../document/verdict.ts';
import { namesPart } from '../../../recognize/class-names.ts';
import { repeatOf } from '../../../recognize/repeats.ts';
import type { Line } from '../../read/line.ts';
import { type LabelledLine, labelIfOpen, relabel } from '../labelled-line.ts';
import { isBiography } from './biography.ts';
import type { RegionContext } from './context.ts';
import { inPageHeader, namesAround, sharesBox } from './page-header.ts';
import { isNumberedHeading, isSubtitle, oneSubtitle } from './subtitle.ts';

const namesByline = namesPart('byline');
const namesSection = namesPart('section');
const namesKicker = namesPart('kicker');
// Further up a page the name of a section is a link of its menu.
const MAX_SECTION_DISTANCE = 3;
// So far above the title, in lines, a name belongs to a menu or to another article: of 19 bylines of the open benchmark's
// pages that stood further from title and body none was right.
const MAX_BYLINE_DISTANCE = 10;
const MAX_SECTION_WORDS = 4;
/** Buttons of a banner over the title, set by hand; the certainty that a line is one, as of other lines beside named ones. */
const MAX_BUTTONS = 3;
const BUTTON_CERTAINTY = 0.7;
const MIN_SENTENCE_WEIGHT = 30;
// Shorter ones are captions and notices as often as not.
const MIN_BODY_WEIGHT = 60;
const COLON = /[:：]/;
const WRITTEN = /[\p{L}\p{N}]/u;
const STARTS_SMALL = /^\p{Ll}/u;

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
    else if (!line.mixed) out[i] = labelIfOpen(item, verdict('navigation', 'above-title'));
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

/** A rule that looks at the words, not only at the markup around them, has spoken. */
function isSettled({ verdict: found, line }: LabelledLine): boolean {
  if (line.block.context.hidden) return true;
  if (found === null || found.label === 'credit' || found.label === 'author-bio') return false;
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
  if (markup?.label === 'breadcrumb' || line.mixed) return null;
  if (line.dateline?.length === line.text.length) return verdict('body', 'dateline-line');
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
  if (i < context.title && hasBylineBelow(lines, context)) return null;
  const { line } = lines[i]!;
  const parsed = line.byline;
  if (!parsed) return null;
  if (parsed.confident) return verdict('byline', 'byline');
  if (line.mixed) return null;
  const below = i > context.title && context.title >= 0;
  const newsroom = below && parsed.authors.some(({ kind }) => kind === 'desk' || kind === 'agency');
  const named = namesByline(namesAround(line.block.context.element));
  return newsroom || named || isRepeatedName(lines, i, context)
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
  const names = namesAround(block.context.element);
  if (vocabulary.isKickerKey(key)) return verdict('kicker', 'kicker-name');
  const section = vocabulary.isSectionKey(key);
  if (i < title && namesKicker(names)) {
    return verdict(section ? 'section' : 'kicker', 'kicker-markup');
  }
  const near = !html || i >= title - MAX_SECTION_DISTANCE;
  return near && (section || namesSection(names)) ? verdict('section', 'section-name') : null;
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

/** A line that nothing tells, near the title: what such lines mostly are. */
function ofUnknown(
  lines: readonly LabelledLine[],
  i: number,
  context: RegionContext,
): Verdict | null {
  const { line } = lines[i]!;
  const { html, title } = context;
  const { vocabulary } = context.reading;
  const above = i < title || title < 0;
  if (!html && !WRITTEN.test(line.text)) return verdict('site-template', 'rule-of-signs');
  if (line.endsSentence && line.weight > MIN_SENTENCE_WEIGHT) {
    const body = !above && (!html || line.weight >= MIN_BODY_WEIGHT);
    return body ? verdict('body', 'sentence-below-title') : null;
  }
  const short = isShort(line);
  if (short && vocabulary.networksIn(line.key) > 0) return verdict('social', 'name-of-network');
  if (above) return ofLineOver(lines, i, context);
  if (isNumberedHeading(line.block)) return verdict('body', 'numbered-heading');
  if (html) return verdict('site-template', 'between-title-and-body');
  if (!short) return null;
  const name = !vocabulary.isOrganization(line.text) && line.byline !== null;
  if (name) return verdict('byline', 'name-under-title');
  if (lines[i - 1]?.verdict?.label === 'byline' || vocabulary.holdsRole(line.key)) {
    return verdict('author-bio', 'job-under-byline');
  }
  return isTorn(line, lines[i + 1]?.line)
    ? verdict('navigation', 'above-title')
    : verdict('section', 'line-under-title');
}

/** A piece of a sentence that was torn at a link or a tag is no section. */
function isTorn({ text }: Line, next: Line | undefined): boolean {
  return STARTS_SMALL.test(text) || (next !== undefined && STARTS_SMALL.test(next.text));
}

/** A line above the title: one or two words right over it name the section, but for buttons of a box that is named. */
function ofLineOver(lines: readonly LabelledLine[], i: number, context: RegionContext): Verdict {
  const { line } = lines[i]!;
  const box = context.html ? null : boxAbove(lines, i);
  if (box !== null) return verdict(box, 'beside-named', BUTTON_CERTAINTY);
  const { words } = line;
  const { vocabulary } = context.reading;
  const one = words === 1 || (words === 2 && !vocabulary.isOrganization(line.text));
  const title = lines[context.title]?.line.block;
  return one &&
    isShort(line) &&
    isRightOver(lines, i, context.title) &&
    sharesBox(line.block, title)
    ? verdict('section', 'line-over-title')
    : verdict('navigation', 'above-title');
}

/** What the words of the lines right above a line name, with no blank line between: a banner whose button it is. */
function boxAbove(lines: readonly LabelledLine[], i: number): Label | null {
  for (let k = i; k > 0 && i - k < MAX_BUTTONS && lines[k]!.line.block.context.gap === 0; k--) {
    const above = lines[k - 1]!.verdict;
    if (above?.kind === 'words') return BANNERS.has(above.label) ? above.label : null;
  }
  return null;
}

function isShort({ words, endsSentence, text }: Line): boolean {
  return words <= MAX_SECTION_WORDS && !endsSentence && !COLON.test(text);
}

/** Nothing but a kicker, a date or a section stands between the line and the title. */
function isRightOver(lines: readonly LabelledLine[], i: number, title: number): boolean {
  for (let k = i + 1; k < title; k++) {
    const found = lines[k]!.verdict;
    if (!found || !ABOVE_TITLE.has(found.label)) return false;
  }
  return true;
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
