import type { Element } from '../../../document/document.ts';
import type { LabelledLine } from '../labelled-line.ts';

// Set by hand: a share of a line's text, 0 to 1; the shares of a list's or a cell's text, 0 to 1, from which on the rest
// is body too, and from which on items that are links are.
const MAX_LINK_SHARE = 0.3;
const MIN_CHOSEN = 0.4;
const MIN_CHOSEN_FOR_LINKS = 0.6;
const ENDS_IN_COLON = /[:：]$/u;
/** Items of a list behind the body, set by hand: one may be anything. */
const MIN_ITEMS = 2;

/**
 * Takes the items of a list, and the paragraphs of a cell that line breaks part, for body where much of the list or cell
 * is, unless a rule names them or, where not most of it is, they are links.
 */
export function withWholeLists(lines: readonly LabelledLine[], isBody: boolean[]): void {
  for (let i = 0; i < lines.length; i++) {
    const list = listOf(lines[i]!);
    if (list === null) continue;
    let end = i + 1;
    while (end < lines.length && listOf(lines[end]!) === list) end += 1;
    let all = 0;
    let chosen = 0;
    for (let k = i; k < end; k++) {
      all += lines[k]!.line.weight;
      if (isBody[k]) chosen += lines[k]!.line.weight;
    }
    const links = chosen >= all * MIN_CHOSEN_FOR_LINKS ? 1 : MAX_LINK_SHARE;
    if (chosen > 0 && chosen >= all * MIN_CHOSEN)
      for (let k = i; k < end; k++) isBody[k] ||= isOpen(lines[k]!, links);
    i = end - 1;
  }
}

/**
 * Takes a list for body that a line of the body announces with a colon, though all of it is links, where the body goes on
 * behind it.
 */
export function withAnnouncedLists(lines: readonly LabelledLine[], isBody: boolean[]): void {
  for (let i = 0; i + 1 < lines.length; i++) {
    if (!isBody[i] || !ENDS_IN_COLON.test(lines[i]!.line.text)) continue;
    const list = listOf(lines[i + 1]!);
    if (list === null || list.parent !== boxOf(lines[i]!)) continue;
    let end = i + 1;
    while (lines[end] && listOf(lines[end]!) === list) end += 1;
    if (!isBody[end] || lines[end]!.line.block.type === 'heading') continue;
    for (let k = i + 1; k < end; k++) isBody[k] ||= isOpen(lines[k]!, 1);
  }
}

/**
 * Takes a list right behind the body for its last part, with the heading over it, where it stands in the same element as
 * the paragraph before and holds no links: results, ingredients, addresses.
 */
export function withLastList(lines: readonly LabelledLine[], isBody: boolean[]): void {
  const end = isBody.lastIndexOf(true);
  const last = lines[end]?.line.block.type === 'heading' ? end - 1 : end;
  const box = last < 0 ? null : boxOf(lines[last]!);
  if (box === null) return;
  const heading = lines[last + 1]?.line.block.type === 'heading' ? last + 1 : -1;
  const start = heading < 0 ? last + 1 : heading + 1;
  const list = lines[start] ? listOf(lines[start]) : null;
  if (list === null || list.parent !== box) return;
  let to = start;
  while (lines[to] && listOf(lines[to]!) === list) to += 1;
  const from = last + 1;
  const whole = lines.slice(from, to).every((item) => isOpen(item, 0));
  if (whole && to - start >= MIN_ITEMS) isBody.fill(true, from, to);
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
