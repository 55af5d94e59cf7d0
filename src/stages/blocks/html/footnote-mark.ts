import { attribute, type TreeNode } from '../../../document/tree.ts';
import { textStart } from './node-text.ts';

/** UTF-16 units, in which a number of notes stands. */
const LONGEST = 8;
const NUMBER = /^\d{1,3}$/;
/** What elements and places of notes are called in the markup of word processors, Markdown and DPUB-ARIA. */
const NAMES_NOTE =
  /(?:^|[^a-z])(?:foot-?notes?|end-?notes?|(?:doc-?)?noteref|notes?|fn|ftn|edn|sdfootnote|refs?|cite)(?:$|[^a-z])/i;
/** What a number may be glued to: a word or the mark behind it, not a bracket around the number. */
const GLUED = /[\p{L}\p{N}.,;:!?…)\]”»"’']$/u;

/**
 * Whether an element is the bare number of a footnote, raised or named as one, and with a link to a place of the same
 * page: glued to the word before, it would read as a part of it.
 *
 * @param before the text before it.
 */
export function isFootnoteMark(node: TreeNode, before: string): boolean {
  const { tagName } = node;
  if ((tagName !== 'sup' && tagName !== 'a') || !NUMBER.test(textStart(node, LONGEST)))
    return false;
  if (tagName === 'a') return GLUED.test(before) && isLinkToNote(node);
  const link = node.firstChild?.tagName === 'a' ? node.firstChild : node.parentNode;
  return attribute(link ?? node, 'href')?.startsWith('#') === true;
}

function isLinkToNote(link: TreeNode): boolean {
  const href = attribute(link, 'href');
  if (!href?.startsWith('#')) return false;
  const names = ['class', 'id', 'rel', 'role', 'epub:type'].map((name) => attribute(link, name));
  return NAMES_NOTE.test([href, ...names].join(' '));
}
