import type { Element } from '../../../document/document.ts';
import { namesPart } from '../../../recognize/class-names.ts';
import { headingLevel, UNBROKEN } from '../../parse/tags.ts';
import { attribute, type Node } from './element.ts';
import type { Frame } from './run.ts';

// Inline elements with such a name hold a line's facts, not its words.
const namesFact = namesPart('line-fact');
const namesQuote = namesPart('quote');
const BOLD = new Set(['b', 'strong']);

/** The frame outside the document element. */
export const ROOT_FRAME: Frame = {
  element: { tag: '#document', words: '', ordinal: 0, parent: null },
  type: 'paragraph',
  level: 0,
  depth: 0,
  ordered: false,
  hidden: false,
  link: false,
  bold: false,
  breaks: true,
};

/** Tells whether an element hides its text. */
export type Hides = (node: Node, element: Element) => boolean;

/** The frame inside an inline element; one whose name tells what its text is, or a hidden one, stands for itself. */
export function inlineFrame(node: Node, element: Element, outer: Frame, hides: Hides): Frame {
  const hidden = outer.hidden || hides(node, element);
  const named = node.tagName === 'time' || namesFact(element.words) || hidden !== outer.hidden;
  const link = outer.link || isLink(node);
  const bold = outer.bold || BOLD.has(node.tagName);
  if (!named && link === outer.link && bold === outer.bold) return outer;
  return { ...outer, element: named ? element : outer.element, hidden, link, bold };
}

/** A hyperlink; `<a name="part">` only marks a place (HTML Standard, 4.5.1). */
function isLink(node: Node): boolean {
  if (node.tagName !== 'a') return false;
  return attribute(node, 'href') !== null || attribute(node, 'name') === null;
}

/** The frame inside a block-level element. */
export function blockFrame(node: Node, element: Element, outer: Frame, hides: Hides): Frame {
  const tag = node.tagName;
  const { level, depth, ordered, link, bold } = outer;
  const hidden = outer.hidden || hides(node, element);
  const breaks = outer.breaks && !UNBROKEN.has(tag);
  const inside = { element, type: outer.type, level, depth, ordered, hidden, link, bold, breaks };
  const heading = headingLevel(tag);
  if (heading > 0) {
    inside.type = 'heading';
    inside.level = heading;
  } else if (tag === 'ul' || tag === 'ol' || tag === 'menu') {
    inside.depth += 1;
    inside.ordered = tag === 'ol';
  } else if (tag === 'li') {
    inside.type = 'list-item';
    inside.depth = Math.max(1, depth);
  } else if (tag === 'pre' || tag === 'listing') {
    inside.type = 'preformatted';
    inside.breaks = false;
  } else inside.type = typeInside(tag, element) ?? outer.type;
  return inside;
}

/** The type of the text inside an element; null when it is that around it. */
function typeInside(tag: string, { words }: Element): Frame['type'] | null {
  if (tag === 'blockquote' || namesQuote(words)) return 'quote';
  if (tag === 'figcaption') return 'caption';
  return tag === 'article' || tag === 'section' || tag === 'table' ? 'paragraph' : null;
}
