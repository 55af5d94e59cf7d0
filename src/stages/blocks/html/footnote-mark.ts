import { attribute, type TreeNode } from '../../../document/tree.ts';
import { textStart } from './node-text.ts';

/** UTF-16 units, in which a number of notes stands. */
const LONGEST = 8;
const NUMBER = /^\d{1,3}$/;

/**
 * Whether an element is the bare number of a footnote, raised and with a link to a place of the same page: glued to the
 * word before, it would read as a part of it.
 */
export function isFootnoteMark(node: TreeNode): boolean {
  if (node.tagName !== 'sup' || !NUMBER.test(textStart(node, LONGEST))) return false;
  const link = node.firstChild?.tagName === 'a' ? node.firstChild : node.parentNode;
  return attribute(link ?? node, 'href')?.startsWith('#') === true;
}
