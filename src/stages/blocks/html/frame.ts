import type { BodyType } from '../../../contract/labels.ts';
import type { Element } from '../../../document/document.ts';
import { attribute, type TreeNode } from '../../../document/tree.ts';
import { namesPart } from '../../../recognize/class-names.ts';
import { headingLevel, UNBROKEN } from '../../parse/tags.ts';

/** What the elements around a run of text make of it. */
export interface Frame {
  readonly element: Element;
  readonly type: BodyType;
  /** Of the heading around it, 1 to 6; else 0. */
  readonly level: number;
  /** How many lists it stands in. */
  readonly depth: number;
  /** The innermost list is numbered. */
  readonly ordered: boolean;
  readonly hidden: boolean;
  readonly link: boolean;
  readonly bold: boolean;
  /** A line break parts paragraphs here. */
  readonly breaks: boolean;
}

// Inline elements with such a name hold a line's facts, not its words.
const namesFact = namesPart('line-fact');
const namesQuote = namesPart('quote');
const BOLD = new Set(['b', 'strong']);

/** The one place that makes frames, so that all have one shape. */
function frameOf(
  element: Element,
  type: BodyType,
  level: number,
  depth: number,
  ordered: boolean,
  hidden: boolean,
  link: boolean,
  bold: boolean,
  breaks: boolean,
): Frame {
  return { element, type, level, depth, ordered, hidden, link, bold, breaks };
}

/** The frame outside the document element. */
export const ROOT_FRAME: Frame = frameOf(
  { tag: '#document', words: '', ordinal: 0, parent: null },
  'paragraph',
  0,
  0,
  false,
  false,
  false,
  false,
  true,
);

/** Tells whether an element hides its text. */
export type Hides = (node: TreeNode, element: Element) => boolean;

/** The frame inside an inline element; one whose name tells what its text is, or a hidden one, stands for itself. */
export function inlineFrame(node: TreeNode, element: Element, outer: Frame, hides: Hides): Frame {
  const hidden = outer.hidden || hides(node, element);
  const named = node.tagName === 'time' || namesFact(element.words) || hidden !== outer.hidden;
  const link = outer.link || isLink(node);
  const bold = outer.bold || BOLD.has(node.tagName);
  if (!named && link === outer.link && bold === outer.bold) return outer;
  const inside = named ? element : outer.element;
  const { type, level, depth, ordered, breaks } = outer;
  return frameOf(inside, type, level, depth, ordered, hidden, link, bold, breaks);
}

/** A hyperlink; `<a name="part">` only marks a place (HTML Standard, 4.5.1). */
function isLink(node: TreeNode): boolean {
  if (node.tagName !== 'a') return false;
  return attribute(node, 'href') !== null || attribute(node, 'name') === null;
}

/** The frame inside a block-level element. */
export function blockFrame(node: TreeNode, element: Element, outer: Frame, hides: Hides): Frame {
  const tag = node.tagName;
  const { link, bold } = outer;
  const hidden = outer.hidden || hides(node, element);
  const heading = headingLevel(tag);
  const isList = tag === 'ul' || tag === 'ol' || tag === 'menu';
  const isItem = tag === 'li';
  const type = heading > 0 ? 'heading' : isList ? outer.type : typeInside(tag, element, outer.type);
  const level = heading > 0 ? heading : outer.level;
  const depth = isList ? outer.depth + 1 : isItem ? Math.max(1, outer.depth) : outer.depth;
  const ordered = isList ? tag === 'ol' : outer.ordered;
  const breaks = outer.breaks && !UNBROKEN.has(tag) && !isRaw(tag);
  return frameOf(element, type, level, depth, ordered, hidden, link, bold, breaks);
}

/** Elements whose white space says something. */
function isRaw(tag: string): boolean {
  return tag === 'pre' || tag === 'listing';
}

/** The type of the text inside an element that is no heading and no list. */
function typeInside(tag: string, { words }: Element, outer: BodyType): BodyType {
  if (tag === 'li') return 'list-item';
  if (isRaw(tag)) return 'preformatted';
  if (tag === 'blockquote' || namesQuote(words)) return 'quote';
  if (tag === 'figcaption') return 'caption';
  return tag === 'article' || tag === 'section' || tag === 'table' ? 'paragraph' : outer;
}
