import type { Element } from '../../document/document.ts';
import { namesPart } from '../../recognize/class-names.ts';
import type { Line } from './line.ts';

/** Words of a line that is more than a section's or a person's name. Set by hand. */
const MIN_WORDS = 4;
/** The same of a heading or a link. */
const MIN_LINK_WORDS = 3;
/** Share of a line's text, 0 to 1, from which on it is a link. Set by hand. */
const MIN_LINK_SHARE = 0.6;
/** Lines on either side that are looked at; set by hand: boxes with teasers have their headline near. */
const MOST_LINES = 12;
/** What holds a page's article. */
const HOLDERS = ['article', 'main'];

const namesPageHeader = namesPart('page-header');

/**
 * Whether a line stands in a box that does not hold the title but another article's headline or teaser: what such a box
 * says of authors and dates is not about this article.
 *
 * @param lineAt gives the lines of the page.
 * @param at the line's place.
 * @param title the title's place; -1 when there is none.
 */
export function isOfOtherBox(
  lineAt: (i: number) => Line | undefined,
  at: number,
  title: number,
): boolean {
  const box = boxBeside(lineAt(at)?.block.context.element ?? null, lineAt(title));
  if (box === null) return false;
  if (namesPageHeader(box.words)) return true;
  let hasTeaser = false;
  for (const step of [-1, 1]) {
    for (let i = at + step, n = 0; n < MOST_LINES && isIn(lineAt(i), box); i += step, n++) {
      if (isHeadline(lineAt(i)!)) return false;
      hasTeaser ||= isTeaser(lineAt(i)!);
    }
  }
  return hasTeaser;
}

/** A headline of the first level is the page's own, in whatever words. */
function isHeadline({ block }: Line): boolean {
  return block.type === 'heading' && block.level === 1 && block.context.linkShare < MIN_LINK_SHARE;
}

/** The largest element around a line that does not hold the title; null where the line's own does. */
function boxBeside(element: Element | null, title: Line | undefined): Element | null {
  const around = new Set<Element>();
  for (let e = title?.block.context.element ?? null; e; e = e.parent) around.add(e);
  if (around.size === 0) return null;
  let box: Element | null = null;
  for (let e = element; e && !around.has(e); e = e.parent) box = e;
  return box;
}

/** Whether a line stands inside an element. */
export function isIn(line: Line | undefined, box: Element): boolean {
  for (let e = line?.block.context.element ?? null; e; e = e.parent) if (e === box) return true;
  return false;
}

function isTeaser(line: Line): boolean {
  const { type, context } = line.block;
  if (context.hidden || line.isBylineOrDate) return false;
  if (type === 'heading' || context.linkShare >= MIN_LINK_SHARE)
    return line.words >= MIN_LINK_WORDS;
  return line.words >= MIN_WORDS && line.byline === null;
}

/** The outermost `article`, else `main`, around an element; null where there is none. */
export function articleHolder(element: Element | null): Element | null {
  for (const tag of HOLDERS) {
    let found: Element | null = null;
    for (let e = element; e; e = e.parent) if (e.tag === tag) found = e;
    if (found) return found;
  }
  return null;
}
