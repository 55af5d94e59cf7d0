import { attribute, type TreeNode } from '../../../document/tree.ts';
import { keyOf } from '../../../text/tokens.ts';
import { INLINE } from '../tags.ts';
import { walkTree } from '../walk.ts';

/** A text of the page that readers see, with the block-level element around it. */
export interface ShownText {
  readonly element: TreeNode;
  readonly text: string;
}

/** What readers of a page see of it, so far as an article may be in it. */
export interface Shown {
  readonly texts: readonly ShownText[];
  /** All of its text, that of links and menus too, but for a `noscript`'s. */
  readonly all: readonly string[];
  /** UTF-16 units of running text that is no link and in no menu. */
  readonly prose: number;
  readonly heading: TreeNode | null;
  readonly main: TreeNode | null;
  readonly scripts: readonly TreeNode[];
  readonly templates: readonly TreeNode[];
  readonly noscripts: readonly TreeNode[];
}

const ELSEWHERE: ReadonlySet<string> = new Set([
  'a',
  'nav',
  'footer',
  'aside',
  'button',
  'form',
  'head',
  'noscript',
  'select',
  'svg',
  'textarea',
]);
/** UTF-16 units of a text that is more than a label. */
const MIN_PROSE = 40;

/** Reads what a page shows, in one walk. */
export function shownOf(root: TreeNode): Shown {
  const texts: ShownText[] = [];
  const all: string[] = [];
  const scripts: TreeNode[] = [];
  const templates: TreeNode[] = [];
  const noscripts: TreeNode[] = [];
  let prose = 0;
  let heading: TreeNode | null = null;
  let main: TreeNode | null = null;
  walkTree<boolean>(root, true, {
    enter(node, isShown) {
      if (node.tagName === 'noscript') noscripts.push(node);
      if (node.tagName === 'h1' && isShown) heading ??= node;
      if (node.tagName === 'main' || attribute(node, 'role') === 'main') main ??= node;
      return isShown && !ELSEWHERE.has(node.tagName);
    },
    text(node, _ordinal, isShown) {
      if (node.value.trim() === '') return;
      if (isShown || node.parentNode?.tagName === 'a') all.push(node.value);
      if (!isShown) return;
      const text = node.value.trim();
      if (text.length >= MIN_PROSE) prose += text.length;
      texts.push({ element: blockAround(node), text });
    },
    unread(node) {
      if (node.tagName === 'script') scripts.push(node);
      else if (node.tagName === 'template') templates.push(node);
    },
  });
  return { texts, all, prose, heading, main, scripts, templates, noscripts };
}

/** The words of all that is shown, as one key. */
export function keyOfShown({ all }: Shown): string {
  return keyOf(all.join(''));
}

function blockAround(node: TreeNode): TreeNode {
  let at = node.parentNode!;
  while (INLINE.has(at.tagName) && at.parentNode !== null) at = at.parentNode;
  return at;
}
