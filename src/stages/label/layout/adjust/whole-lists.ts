import type { Element } from '../../../../document/document.ts';
import type { LabelledLine } from '../../labelled-line.ts';
import type { Range } from '../prose-range.ts';

// Set by hand: a share of a line's text, 0 to 1; the shares of a list's or a cell's text, 0 to 1, from which on the rest
// is body too, and from which on items that are links are.
const MAX_LINK_SHARE = 0.3;
const MIN_CHOSEN = 0.4;
const MIN_CHOSEN_FOR_LINKS = 0.6;
const ENDS_IN_COLON = /[:：]$/u;
/** Items of a list behind the body, set by hand: one may be anything. */
const MIN_ITEMS = 2;

/** A list, or a cell that line breaks part, and the lines of its items. */
interface Items extends Range {
  readonly element: Element;
}

/**
 * Takes the items of a list, and the paragraphs of a cell, for body where much of the list or cell is, or a line of the
 * body announces it, unless a rule names them. Items that are links need more: most of the list, or the announcement.
 */
export function withWholeLists(lines: readonly LabelledLine[], isBody: boolean[]): void {
  for (let i = 0; i < lines.length; i++) {
    const items = itemsAt(lines, i);
    if (items === null) continue;
    const links = isAnnounced(lines, isBody, items) ? 1 : linksIn(lines, isBody, items);
    for (; i < items.end; i++) isBody[i] ||= links !== null && isOpen(lines[i]!, links);
    i = items.end - 1;
  }
}

/** A line of the body with a colon at its end stands right above a list, and the body goes on behind it. */
function isAnnounced(
  lines: readonly LabelledLine[],
  isBody: readonly boolean[],
  { element, start, end }: Items,
): boolean {
  const [above, behind] = [lines[start - 1], lines[end]];
  if (!isBody[start - 1] || !isBody[end] || !above || !behind) return false;
  const announces = ENDS_IN_COLON.test(above.line.text) && boxOf(above) === element.parent;
  return announces && behind.line.block.type !== 'heading';
}

/** The share of links that an item may have, by how much of the list is body; null where too little is. */
function linksIn(
  lines: readonly LabelledLine[],
  isBody: readonly boolean[],
  { start, end }: Items,
): number | null {
  let all = 0;
  let chosen = 0;
  for (let i = start; i < end; i++) {
    const { weight } = lines[i]!.line;
    all += weight;
    if (isBody[i]) chosen += weight;
  }
  if (chosen === 0 || chosen < all * MIN_CHOSEN) return null;
  return chosen >= all * MIN_CHOSEN_FOR_LINKS ? 1 : MAX_LINK_SHARE;
}

/**
 * Takes lists right behind the body for its last part, with the headings over them, where they stand in the same element as
 * the paragraph before and hold no links: results, ingredients and steps, addresses.
 */
export function withLastLists(lines: readonly LabelledLine[], isBody: boolean[]): void {
  const last = lineAboveLists(lines, isBody.lastIndexOf(true));
  const box = lines[last] ? boxOf(lines[last]) : null;
  for (let from = last + 1; box !== null; ) {
    const items = itemsAt(lines, isHeading(lines[from]) ? from + 1 : from);
    if (!items || items.element.parent !== box || items.end - items.start < MIN_ITEMS) return;
    if (!lines.slice(from, items.end).every((item) => isOpen(item, 0))) return;
    isBody.fill(true, from, items.end);
    from = items.end;
  }
}

/** The line above a line and above all lists and headings right over it. */
function lineAboveLists(lines: readonly LabelledLine[], end: number): number {
  let above = end;
  while (above >= 0 && (isHeading(lines[above]) || listOf(lines[above]!) !== null)) above -= 1;
  return above;
}

function isHeading(item: LabelledLine | undefined): boolean {
  return item?.line.block.type === 'heading';
}

/** The list or cell that begins at a line; null where none does. */
function itemsAt(lines: readonly LabelledLine[], start: number): Items | null {
  const element = lines[start] ? listOf(lines[start]) : null;
  if (element === null) return null;
  let end = start + 1;
  while (lines[end] && listOf(lines[end]!) === element) end += 1;
  return { element, start, end };
}

/** The element that a paragraph stands in. */
function boxOf({ line }: LabelledLine): Element | null {
  const { type, context } = line.block;
  return type === 'paragraph' && context.element?.tag === 'p' ? context.element.parent : null;
}

function listOf({ line }: LabelledLine): Element | null {
  const { type, context } = line.block;
  if (context.element?.tag === 'td') return type === 'paragraph' ? context.element : null;
  if (type !== 'list-item') return null;
  let element = context.element;
  while (element !== null && element.tag !== 'ul' && element.tag !== 'ol') element = element.parent;
  return element;
}

function isOpen({ line, verdict }: LabelledLine, links: number): boolean {
  const { hidden, linkShare } = line.block.context;
  return verdict === null && !hidden && linkShare <= links;
}
