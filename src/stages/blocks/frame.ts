import type { Element } from '../../document.ts';
import { isHidden, type Node } from './element.ts';
import type { Frame } from './run.ts';
import { headingLevel, UNBROKEN } from './tags.ts';

// Inline elements with such a name hold a line's facts (byline, date, section, share link), not its words.
const NAMED =
  /author|byline|writer|date|time|publish|update|section|categor|kicker|overline|dachzeile|topline|roofline|eyebrow|headline|today|tag|share|social|comment|credit|source|material-(?:icons|symbols)|glyph/;
const PULL_QUOTE = /pull-?quote|(?:^|[\s_-])blockquote(?:[\s_-]|$)/;
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

/** The frame inside an inline element; one whose name tells what its text is, or a hidden one, stands for itself. */
export function inlineFrame(node: Node, element: Element, outer: Frame): Frame {
  const hidden = outer.hidden || isHidden(node, element);
  const named = node.tagName === 'time' || NAMED.test(element.words) || hidden !== outer.hidden;
  return {
    ...outer,
    element: named ? element : outer.element,
    hidden,
    link: outer.link || node.tagName === 'a',
    bold: outer.bold || BOLD.has(node.tagName),
  };
}

/** The frame inside a block-level element. */
export function blockFrame(node: Node, element: Element, outer: Frame): Frame {
  const tag = node.tagName;
  const inside: Frame = {
    ...outer,
    element,
    hidden: outer.hidden || isHidden(node, element),
    breaks: outer.breaks && !UNBROKEN.has(tag),
  };
  const level = headingLevel(tag);
  if (level > 0) return { ...inside, type: 'heading', level };
  if (tag === 'ul' || tag === 'ol' || tag === 'menu') {
    return { ...inside, depth: outer.depth + 1, ordered: tag === 'ol' };
  }
  if (tag === 'li') return { ...inside, type: 'list-item', depth: Math.max(1, outer.depth) };
  if (tag === 'blockquote' || PULL_QUOTE.test(element.words)) return { ...inside, type: 'quote' };
  if (tag === 'figcaption') return { ...inside, type: 'caption' };
  if (tag === 'pre' || tag === 'listing') return { ...inside, type: 'preformatted', breaks: false };
  if (tag === 'article' || tag === 'section' || tag === 'table')
    return { ...inside, type: 'paragraph' };
  return inside;
}
