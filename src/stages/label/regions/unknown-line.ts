import type { Label } from '../../../contract/labels.ts';
import { ABOVE_TITLE, BANNERS } from '../../../document/label-sets.ts';
import type { RuleName } from '../../../document/rules.ts';
import { type Verdict, verdict } from '../../../document/verdict.ts';
import { isEastAsianName } from '../../../recognize/byline/surnames.ts';
import { words } from '../../../recognize/words.ts';
import { phraseKey } from '../../../text/fold.ts';
import { startsSmall } from '../../../text/letters.ts';
import type { Line } from '../../read/line.ts';
import type { LabelledLine } from '../labelled-line.ts';
import { isNamesOnly } from '../names-only.ts';
import type { RegionContext } from './context.ts';
import { sharesBox } from './page-header.ts';
import { isSubhead } from './subhead.ts';
import { isNumberedHeading } from './subtitle.ts';

/** Words of a section's name. Set by hand on the open benchmark's pages and texts. */
const MAX_SECTION_WORDS = 4;
/** Buttons of a banner over the title, set by hand; the certainty that a line is one, as of other lines beside named ones. */
const MAX_BUTTONS = 3;
/** Words of a banner: below a word or two, as `Log in`, stands the page's next line. Set by hand. */
const MIN_BANNER_WORDS = 4;
/** 0 to 1; set by hand. */
const BUTTON_CERTAINTY = 0.7;
/** `Line.weight` of a sentence; set in the same way. */
const MIN_SENTENCE_WEIGHT = 30;
// Shorter ones are captions and notices as often as not.
const MIN_BODY_WEIGHT = 60;
const COLON = /[:：]/;
const WRITTEN = /[\p{L}\p{N}]/u;
const STARTS_LARGE = /^[\p{Lu}\p{Lt}\p{Lo}\p{sc=Geor}]/u;

/** A line that nothing tells, near the title: what such lines mostly are. */
export function ofUnknown(
  lines: readonly LabelledLine[],
  i: number,
  context: RegionContext,
): Verdict | null {
  const { line } = lines[i]!;
  const { html, title } = context;
  const { vocabulary } = context.reading;
  const above = i < title || title < 0;
  if (!html && !WRITTEN.test(line.text)) return verdict('site-template', 'rule-of-signs');
  const own = html ? null : ownInText(line, title, above);
  if (own !== null) return verdict('body', own);
  if (line.endsSentence && line.weight > MIN_SENTENCE_WEIGHT) {
    const body = !above && (!html || line.weight >= MIN_BODY_WEIGHT);
    return body ? verdict('body', 'sentence-below-title') : null;
  }
  const short = isShort(line);
  if (short && vocabulary.networksIn(line.key) > 0) return verdict('social', 'name-of-network');
  if (above) return ofLineOver(lines, i, context);
  if (isNumberedHeading(line.block)) return verdict('body', 'numbered-heading');
  if (html) return verdict('site-template', 'between-title-and-body');
  if (!short) return isNamesOnly(line) ? verdict('byline', 'name-under-title') : null;
  return ofShortLine(lines, i, context);
}

/** The rule by which a line of plain text is body: a sentence in one without a title, and names with dates that are a list. */
function ownInText(line: Line, title: number, above: boolean): RuleName | null {
  if (title < 0) return line.endsSentence ? 'sentence-above-title' : null;
  return !above && line.signed !== null ? 'names-with-dates' : null;
}

/** A few words between the title and the body of a plain text. */
function ofShortLine(lines: readonly LabelledLine[], i: number, context: RegionContext): Verdict {
  const { line } = lines[i]!;
  const { vocabulary } = context.reading;
  const name =
    !vocabulary.isOrganization(line.text) &&
    line.byline !== null &&
    (!isEastAsianName(line.text) || isBesideDate(lines, i));
  if (name) return verdict('byline', 'name-under-title');
  if (lines[i - 1]?.verdict?.label === 'byline' || vocabulary.holdsRole(line.key)) {
    return verdict('author-bio', 'job-under-byline');
  }
  const isSection = isSectionShaped(lines, i, context) && !isTorn(line, lines[i + 1]?.line);
  if (isSection && isFirstHeading(lines, i, context)) return verdict('body', 'first-heading');
  return isSection ? verdict('section', 'line-under-title') : verdict('navigation', 'above-title');
}

/** A word that begins as a surname does is a name beside a date only. */
function isBesideDate(lines: readonly LabelledLine[], i: number): boolean {
  return [lines[i - 1], lines[i + 1]].some((item) => item?.line.dateLine != null);
}

/** Whether a line stands right over the body as other lines do over parts of it further down: a heading over the first part. */
function isFirstHeading(
  lines: readonly LabelledLine[],
  i: number,
  { isBody, bodyStart }: RegionContext,
): boolean {
  const isHeading = (at: number): boolean => {
    const line = lines[at]!.line;
    const next = lines[at + 1]?.line;
    return next?.isSentence === true && isSubhead(line, next, false);
  };
  if (i !== bodyStart - 1 || !isHeading(i)) return false;
  return isBody.some((body, at) => body && at > i + 1 && isHeading(at));
}

/** A few words without a sign or a number before them, which are neither the title's nor the first of a byline. */
function isSectionShaped(
  lines: readonly LabelledLine[],
  i: number,
  { html, title }: RegionContext,
): boolean {
  if (html) return true;
  const { text, key, block } = lines[i]!.line;
  const titleKey = lines[title]?.line.key ?? '';
  return (
    block.type !== 'list-item' &&
    STARTS_LARGE.test(text) &&
    !words('byline-prefix').has(phraseKey(text)) &&
    !` ${titleKey} `.includes(` ${key} `)
  );
}

/** A piece of a sentence that was torn at a link or a tag is no section. */
function isTorn({ text }: Line, next: Line | undefined): boolean {
  return startsSmall(text) || (next !== undefined && startsSmall(next.text));
}

/** A line above the title: one or two words right over it name the section, but for buttons of a box that is named. */
function ofLineOver(lines: readonly LabelledLine[], i: number, context: RegionContext): Verdict {
  const { line } = lines[i]!;
  const box = context.html ? null : boxAbove(lines, i);
  if (box !== null) return verdict(box, 'beside-named', BUTTON_CERTAINTY);
  const { words: count } = line;
  const { vocabulary } = context.reading;
  const one = count === 1 || (count === 2 && !vocabulary.isOrganization(line.text));
  const title = lines[context.title]?.line.block;
  return one &&
    isShort(line) &&
    isSectionShaped(lines, i, context) &&
    isRightOver(lines, i, context.title) &&
    sharesBox(line.block, title)
    ? verdict('section', 'line-over-title')
    : verdict('navigation', 'above-title');
}

/** What the words of the lines right above a line name, with no blank line between: a banner whose button it is. */
function boxAbove(lines: readonly LabelledLine[], i: number): Label | null {
  for (let k = i; k > 0 && i - k < MAX_BUTTONS && lines[k]!.line.block.context.gap === 0; k--) {
    const { verdict: above, line } = lines[k - 1]!;
    if (above?.kind !== 'words') continue;
    return BANNERS.has(above.label) && line.words >= MIN_BANNER_WORDS ? above.label : null;
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
