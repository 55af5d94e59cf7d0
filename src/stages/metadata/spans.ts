import type { Label } from '../../contract/labels.ts';
import type { LabelledBlock } from '../../document/document.ts';
import { AROUND_TITLE } from '../../document/label-sets.ts';
import type { Layout } from '../../document/layout.ts';
import { parseByline } from '../../recognize/byline/index.ts';
import type { ParsedByline } from '../../recognize/byline/parsed-byline.ts';
import type { FoundDate } from '../../recognize/dates/find.ts';
import { dateLineOf, type LabelledDate, labelledDates } from '../../recognize/dates/line.ts';
import type { Labelled } from '../label/labelled.ts';
import type { Line } from '../read/line.ts';
import { articleHolder, isIn, isOfOtherBox } from '../read/other-box.ts';

/** Text of a block that has a label: neighbouring spans together, prefixes included. */
export interface LabelledText {
  /** The block's place in the document. */
  readonly index: number;
  readonly block: LabelledBlock;
  readonly text: string;
  /** The block's line, where the text is the whole of it. */
  readonly line: Line | null;
}

/** The byline that a text is; null when it is none. */
export function bylineOf(
  { text, line }: LabelledText,
  language: string | undefined,
): ParsedByline | null {
  return line ? line.bylineIn(language) : parseByline(text, language);
}

/** The dates of a text with what their labels say. */
export function datesOf(
  { text, line }: LabelledText,
  language: string | undefined,
): readonly LabelledDate[] {
  return line ? line.datesIn(language) : labelledDates(text, language);
}

/** The date that a text consists of; null when it is no date line. */
export function dateOf(
  { text, line }: LabelledText,
  language: string | undefined,
): FoundDate | null {
  return line ? line.dateLineIn(language) : dateLineOf(text, language);
}

/** Every stretch of a document with a label, in order. */
export function texts(document: Labelled, label: Label): LabelledText[] {
  const out: LabelledText[] = [];
  document.blocks.forEach((block, i) => {
    const range = rangeOf(block, label);
    if (range === null) return;
    const line = document.lines[i]!;
    const text = line.text.slice(range.start, range.end).trim();
    if (text !== '') out.push({ index: i, block, text, line: text === line.text ? line : null });
  });
  return out;
}

/** From the first span with a label to the last; null where there is none, or nothing but separators. */
function rangeOf({ spans }: LabelledBlock, label: Label): { start: number; end: number } | null {
  let start = -1;
  let end = -1;
  let isText = false;
  for (const span of spans) {
    if (span.label !== label) continue;
    if (start < 0) start = span.start;
    end = span.end;
    isText ||= !span.syntax;
  }
  return isText ? { start, end } : null;
}

/** The texts of the body's blocks, in order. */
export function bodyTexts(document: Labelled): LabelledText[] {
  return texts(document, 'body').filter(({ text }) => text !== '');
}

/** Paragraphs in which the dateline is looked for: a deck or a caption may stand before it. Set by hand. */
const MAX_LEADS = 3;

/** The first paragraph of the body, or one of the next that begins with a dateline. */
export function leadOf(document: Labelled): string | null {
  const found = bodyTexts(document);
  const leads = found
    .filter(({ block, text }) => block.type === 'paragraph' && text.length > 20)
    .slice(0, MAX_LEADS);
  const lead = leads.find(({ line }) => line?.dateline != null) ?? leads[0] ?? found[0];
  return lead?.text ?? null;
}

/** In blocks above the title: as near as one inside the body (set by hand on the open benchmark). */
const JUST_ABOVE = 4;
/** In blocks above the title that may say when or who (set by hand on the open benchmark). */
const ABOVE_TITLE = 1;
/** In blocks below the title that may (set by hand on the open benchmark). */
const BELOW_TITLE = 14;
/** In UTF-16 units, of such a text (set by hand on the open benchmark). */
const LONGEST_LINE = 120;

/** The title's block where it stands above the body; -1 where it does not. */
function titleAbove({ title, bodyStart }: Layout): number {
  return title < bodyStart ? title : -1;
}

/**
 * How far a block lies from the stretch between title and body: 0 inside, 1 right above or inside the body, then the
 * distance from the title or the end of the body.
 */
export function nearness(document: Labelled): (index: number) => number {
  const { bodyStart: body, bodyEnd } = document.layout;
  const title = titleAbove(document.layout);
  return (at) => {
    if (title < 0 || (at >= title && at <= body)) return 0;
    if (at < title) return title - at <= JUST_ABOVE ? 1 : title - at;
    return at < bodyEnd ? 1 : at - bodyEnd + 1 + JUST_ABOVE;
  };
}

/** Short texts between title and body, whatever their label, that say when. */
export function nearTitle(document: Labelled): LabelledText[] {
  const title = titleAbove(document.layout);
  if (title < 0) return [];
  const end = Math.min(document.layout.bodyStart, title + BELOW_TITLE);
  return wholeLines(document, Math.max(0, title - ABOVE_TITLE), end).filter(
    ({ block, text, index }) =>
      !block.context.hidden &&
      !isOfOtherArticle(document, index) &&
      text.length <= LONGEST_LINE &&
      AROUND_TITLE.has(block.spans[0]?.label ?? 'body'),
  );
}

/** Whether a line stands in a box with another article's headline, above the title or behind the element that holds the body. */
export function isOfOtherArticle({ lines, layout, format }: Labelled, index: number): boolean {
  const { title, bodyStart, bodyEnd } = layout;
  if (format !== 'html' || (index >= title && index < bodyEnd)) return false;
  if (index >= bodyEnd) {
    const holder = articleHolder(lines[bodyStart]?.block.context.element ?? null);
    if (holder === null || isIn(lines[index], holder)) return false;
  }
  return isOfOtherBox((at) => lines[at], index, title);
}

/** The blocks from right above the title to the body, whatever their label. */
export function aroundTitle(document: Labelled): LabelledText[] {
  const title = titleAbove(document.layout);
  if (title < 0) return [];
  return wholeLines(document, Math.max(0, title - JUST_ABOVE), document.layout.bodyStart);
}

function wholeLines({ blocks, lines }: Labelled, start: number, end: number): LabelledText[] {
  return blocks.slice(start, end).map((block, i) => ({
    index: start + i,
    block,
    text: block.copy.text,
    line: lines[start + i]!,
  }));
}
