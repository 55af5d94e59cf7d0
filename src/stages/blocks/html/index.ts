import type { TreeNode } from '../../../document/tree.ts';
import { walkTree } from '../../parse/walk.ts';
import type { Content } from '../content.ts';
import { isHidden, isUnseen } from './element.ts';
import { Facts } from './facts.ts';
import { type Hides, ROOT_FRAME } from './frame.ts';
import { PageReader } from './reader.ts';

// A page that shows less than this share of what it hides is shown by a script, if it hides more than an excerpt.
// Both set by hand.
const MIN_SHOWN_SHARE = 0.1;
/** UTF-16 units. */
const MIN_HIDDEN = 500;

/**
 * A page's tree → blocks and facts, in one iterative walk; linear in the size of the page, whatever its depth. Where
 * nearly everything is hidden, nothing is: the tree is walked once more for its blocks.
 */
export function htmlBlocks(tree: TreeNode): Content {
  const facts = new Facts();
  const read = (hides: Hides, isFirst: boolean) => {
    const reader = new PageReader(hides, isFirst ? facts : null);
    walkTree(tree, ROOT_FRAME, reader);
    return reader.finish();
  };
  const shown = read(isHidden, true);
  const page = isShownByScript(shown) ? read(isUnseen, false) : shown;
  const { text, positions, blocks } = page;
  return { text, positions, blocks, facts: facts.found(), warnings: facts.warnings };
}

function isShownByScript({ blocks }: Pick<Content, 'blocks'>): boolean {
  let shown = 0;
  let hidden = 0;
  for (const { copy, context } of blocks) {
    if (context.hidden) hidden += copy.text.length;
    else shown += copy.text.length;
  }
  return hidden > MIN_HIDDEN && shown < hidden * MIN_SHOWN_SHARE;
}
