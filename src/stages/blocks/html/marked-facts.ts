import type { Fact } from '../../../document/document.ts';
import { attribute, type TreeNode } from '../../../document/tree.ts';
import { namesPart } from '../../../recognize/class-names.ts';
import { UNREAD } from '../../parse/tags.ts';

const isAuthor = namesPart('author-property');
const isDate = namesPart('date-property');
const namesAuthor = namesPart('author-class');
const namesDate = namesPart('date-class');
const namesComments = namesPart('comment-list');
const DIGIT = /\d/;
const YEAR = /\d{4}/;
// Set by hand: what is longer is no name or date but a box around some.
/** UTF-16 units of a fact's text. */
const LONGEST = 120;
/** Nodes inside the element. */
const MOST_NODES = 60;
/** Elements looked at upwards for comments, so that depth costs no quadratic time. */
const HIGHEST = 12;
const NO_TEXT = new Set(['meta', 'html', 'body', 'img', 'script', 'style', 'link', 'input']);

/** A fact that an element's markup makes of its text, without the names that tell where it stands. */
export type Marked = Omit<Fact, 'from'>;

/** The text of a small element, that of its parts set apart; null when it is empty or not small. */
function elementText(node: TreeNode): string | null {
  let text = '';
  let next = node.firstChild;
  for (let seen = 0; next !== null; seen++) {
    if (seen > MOST_NODES || text.length > LONGEST) return null;
    let inside: TreeNode | null = null;
    if (next.kind === 'text') text += next.value;
    else if (next.kind === 'element' && !UNREAD.has(next.tagName)) {
      text += ' ';
      if (attribute(next, 'itemprop') === 'name') text += attribute(next, 'content') ?? '';
      inside = next.firstChild;
    }
    next = inside ?? after(next, node);
  }
  const trimmed = text.trim();
  return trimmed === '' || trimmed.length > LONGEST ? null : trimmed;
}

/** The node behind this one and all that it holds, inside `root`. */
function after(node: TreeNode, root: TreeNode): TreeNode | null {
  let at: TreeNode | null = node;
  while (at !== null && at !== root && at.nextSibling === null) at = at.parentNode;
  return at === null || at === root ? null : at.nextSibling;
}

/** Whether an element stands among the readers' comments. */
export function inComments(node: TreeNode): boolean {
  let at: TreeNode | null = node;
  for (let i = 0; i < HIGHEST && at?.kind === 'element'; i++, at = at.parentNode) {
    if (at.tagName === 'body' || at.tagName === 'article') return false;
    if (namesComments(`${attribute(at, 'class') ?? ''} ${attribute(at, 'id') ?? ''}`)) return true;
  }
  return false;
}

/** What the attributes of an element call its text. */
function nameOf(node: TreeNode): 'writer' | 'dated' | null {
  for (const { name, value } of node.attrs) {
    if (name === 'rel' && isAuthor(value)) return 'writer';
    if (name === 'itemprop' && isAuthor(value)) return 'writer';
    if (name === 'itemprop' && isDate(value)) return 'dated';
    if (name === 'class' && namesAuthor(value)) return 'writer';
    if (name === 'class' && namesDate(value)) return 'dated';
  }
  return null;
}

function dateOf(node: TreeNode): string | null {
  const title = attribute(node, 'title');
  const value =
    attribute(node, 'content') ??
    attribute(node, 'datetime') ??
    (title && YEAR.test(title) ? title : null) ??
    elementText(node);
  return value !== null && DIGIT.test(value) && value.length <= LONGEST ? value : null;
}

/**
 * What an element says whose markup (`rel`, `itemprop`, a class) calls it the author or the date: a fact named `writer`
 * or `dated`, its `type` the element's class and itemprop words. Elements among readers' comments say nothing.
 */
export function markedFact(node: TreeNode): Marked | null {
  const name = NO_TEXT.has(node.tagName) ? null : node.tagName === 'time' ? 'dated' : nameOf(node);
  if (name === null) return null;
  const value = name === 'dated' && node.tagName !== 'time' ? dateOf(node) : elementText(node);
  if (value === null || inComments(node)) return null;
  const words = ['rel', 'itemprop', 'class'].map((a) => attribute(node, a) ?? '').join(' ');
  return { name, value, type: words.toLowerCase().trim() };
}
