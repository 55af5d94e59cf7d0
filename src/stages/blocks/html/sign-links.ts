import { attribute, type TreeNode } from '../../../document/tree.ts';
import { headingLevel } from '../../parse/tags.ts';
import { textStart } from './node-text.ts';

/** UTF-16 units: a sign with a variation selector, perhaps twice. */
const LONGEST = 6;
/** Signs by which generators of pages mark the link to a heading. */
const PERMALINK = /^[¶§#🔗⚓∞]\uFE0F?$/u;
/** Signs by which notes lead back to the text. */
const BACK = /^(?:[↩↑⤴⬆⏎↵⇧⮐^][\uFE0E\uFE0F]?)+$/u;
/** Elements upwards in which a heading is looked for. */
const HIGHEST = 3;

/**
 * Whether an element is a link of nothing but a sign that leads to a place of the same page: `¶` at a heading, `↩` behind
 * a footnote. Readers take it for a button, not for text.
 */
export function isSignLink(node: TreeNode): boolean {
  if (node.tagName !== 'a') return false;
  const href = attribute(node, 'href');
  if (href === null || !href.includes('#')) return false;
  const text = textStart(node, LONGEST + 1);
  if (text === '' || text.length > LONGEST) return false;
  return href.startsWith('#') && BACK.test(text) ? true : PERMALINK.test(text) && inHeading(node);
}

function inHeading(node: TreeNode): boolean {
  let at = node.parentNode;
  for (let i = 0; at?.kind === 'element' && i < HIGHEST; i++, at = at.parentNode)
    if (headingLevel(at.tagName) > 0) return true;
  return false;
}
