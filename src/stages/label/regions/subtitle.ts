import type { Block } from '../../../document/document.ts';
import { verdict } from '../../../document/verdict.ts';
import { namesPart } from '../../../recognize/class-names.ts';
import { findDate } from '../../../recognize/dates/find.ts';
import type { Line } from '../../read/line.ts';
import { type LabelledLine, relabel } from '../labelled-line.ts';
import { isNamesOnly } from '../names-only.ts';
import { isCaption } from './captions.ts';
import type { RegionContext } from './context.ts';
import { namesAround } from './page-header.ts';

const namesSubtitle = namesPart('subtitle');
const namesDeck = namesPart('deck');
const namesSummary = namesPart('summary');
// Set by hand on the open benchmark's pages: `Line.weight` of a subtitle; characters of a key; a share of the text, 0
// to 1; the last level of headings that may be one; `Line.weight` of a line that is hardly more than its date.
const MAX_WEIGHT = 450;
const MIN_WEIGHT = 30;
const MIN_DESCRIPTION_KEY = 20;
const MAX_LINK_SHARE = 0.5;
const MAX_HEADING_LEVEL = 3;
const NUMBERED = /^(?:[[(#]?(?:\d{1,2}|[A-Z])[\].):]\s|#\d|[^\s]{2,8} #?\d{1,2}[:.–-]\s)/u;
const MAX_DATED_WEIGHT = 60;
/** A mail's or a page's address alone. */
const ADDRESS = /^(?:\S+@\S+\.\S+|https?:\/\/\S+|www\.\S+)$/i;

/** Whether a block between title and body is the subtitle: what it is called, or that the page describes itself so. */
export function isSubtitle(
  lines: readonly LabelledLine[],
  i: number,
  context: RegionContext,
): boolean {
  if (i <= context.title || context.title < 0) return false;
  const { line } = lines[i]!;
  const { block, weight } = line;
  if (weight < MIN_WEIGHT || weight > MAX_WEIGHT) return false;
  if (block.context.linkShare > MAX_LINK_SHARE || block.type === 'list-item') return false;
  if (!context.html) return isDeckInText(lines, i);
  if (isDated(line, context)) return false;
  return (
    isDeckHeading(lines, i) ||
    namesSubtitle(namesAround(block.context.element)) ||
    isDescription(line, context)
  );
}

/** In plain text a deck is no sentence, or is set off; nor is it a credit, a name over a date, or an address. */
function isDeckInText(lines: readonly LabelledLine[], i: number): boolean {
  const { line, verdict } = lines[i]!;
  if (verdict?.kind === 'words' && verdict.label === 'credit') return false;
  if (lines[i + 1]?.line.dateLine != null && isNamesOnly(line)) return false;
  if (ADDRESS.test(line.text)) return false;
  return !line.endsSentence || isSetOff(lines, i);
}

/**
 * Whether the body's first block is the subtitle: in a page by its name and the page's description, else by the layout.
 */
export function opensWithSubtitle(
  lines: readonly LabelledLine[],
  i: number,
  context: RegionContext,
): boolean {
  if (!context.html) return isSetOff(lines, i) && !isCaption(lines[i]!, context.reading);
  const { line } = lines[i]!;
  return (
    isNamedDeck(lines, i) ||
    (isDescription(line, context) && namesSummary(namesAround(line.block.context.element)))
  );
}

/** A deck by its name; what stands below it is none, so that the name is not the whole article's. */
function isNamedDeck(lines: readonly LabelledLine[], i: number): boolean {
  const { block, weight } = lines[i]!.line;
  const next = lines[i + 1]?.line.block;
  if (weight < MIN_WEIGHT || weight > MAX_WEIGHT || next === undefined) return false;
  const named = namesDeck(namesAround(block.context.element));
  return named && !namesDeck(namesAround(next.context.element));
}

/** A heading under the title, but not the first of the article's sections. */
function isDeckHeading(lines: readonly LabelledLine[], i: number): boolean {
  const { block } = lines[i]!.line;
  const { level = MAX_HEADING_LEVEL } = block;
  if (block.type !== 'heading' || level > MAX_HEADING_LEVEL) return false;
  return !isNumberedHeading(block);
}

/** A heading with a number or letter of its own: the first of the article's sections, not a deck. */
export function isNumberedHeading({ type, copy }: Block): boolean {
  return type === 'heading' && NUMBERED.test(copy.text);
}

/** A short line with a date in it tells when the article was written, changed or translated. */
function isDated({ weight, text }: Line, { reading }: RegionContext): boolean {
  return weight <= MAX_DATED_WEIGHT && findDate(text, reading.language)?.precision === 'day';
}

function isDescription({ key }: Line, { description }: RegionContext): boolean {
  if (key.length <= MIN_DESCRIPTION_KEY || description === '') return false;
  return description === key || key.startsWith(description);
}

/** In plain text: one sentence, and behind it a byline, a date line, a dateline or more blank lines than before. */
function isSetOff(lines: readonly LabelledLine[], i: number): boolean {
  const [line, next] = [lines[i]?.line, lines[i + 1]?.line];
  if (!line || !next || line.block.type !== 'paragraph') return false;
  if (line.weight > MAX_WEIGHT || line.sentences > 2 || line.dateline) return false;
  return (
    next.block.context.gap > Math.max(1, line.block.context.gap) ||
    next.dateLine !== null ||
    isByline(next, lines[i + 2]?.line) ||
    next.dateline !== null
  );
}

/** A byline, or a name over one that says it again or over a date. */
function isByline({ byline, isProse }: Line, next: Line | undefined): boolean {
  if (byline === null || byline.confident) return byline !== null;
  return !isProse && (next?.byline?.confident === true || next?.dateLine != null);
}

/** Of several sentences under the title the first is the subtitle, the others are body. */
export function oneSubtitle(lines: readonly LabelledLine[], bodyStart: number): LabelledLine[] {
  const first = lines.findIndex((item) => item.verdict?.label === 'subtitle');
  return lines.map((item, i) =>
    i > first && i < bodyStart && item.verdict?.label === 'subtitle'
      ? relabel(item, verdict('body', 'second-subtitle'))
      : item,
  );
}
