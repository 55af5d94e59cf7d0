import { isRemoved } from '../../contract/labels.ts';
import type { Labelled } from '../../stages/label/labelled.ts';
import type { Favor } from '../../stages/label/model/cut-off.ts';
import { createWhy, type LineReason, labelsOf } from '../../stages/label/why/index.ts';
import type { BlockHistory } from './history.ts';
import { otherwise } from './otherwise.ts';
import { type OwnRule, ownRule } from './own-rule.ts';

/** Blocks that are looked at: a page may stand in one line of its file. */
const MAX_BLOCKS = 10;

/** All that is known of why a block is labelled as it is. */
export interface BlockReasons {
  readonly block: BlockHistory;
  readonly reason: LineReason;
  /** What would decide otherwise, a sentence each. */
  readonly otherwise: readonly string[];
  /** A rule of the user's own that would; null where a line pattern cannot, undefined where one has decided. */
  readonly rule: OwnRule | null | undefined;
}

/** The reasons of the blocks of a line, at most ten, and how many more there are. */
export interface Reasons {
  readonly shown: readonly BlockReasons[];
  readonly more: number;
}

/**
 * Why the blocks of a line have their labels.
 *
 * @param document what the metadata stage gave, when all labels are final.
 * @param favor what the run favoured.
 * @param works whether a rule would do what it is to do with a block, and nothing else.
 */
export function reasonsOf(
  document: Labelled,
  blocks: readonly BlockHistory[],
  favor: Favor,
  works: (rule: OwnRule, block: BlockHistory) => boolean,
): Reasons {
  const reasonOf = createWhy(document, favor);
  const host = hostOf(document.page.url);
  const shown = blocks.slice(0, MAX_BLOCKS).map((block): BlockReasons => {
    const { index, text, spans } = block;
    const reason = reasonOf(index);
    const line = document.lines[index]!;
    const verdict = spans[0]!.verdicts.at(-1)!;
    const labels = labelsOf(document.blocks[index]!);
    const rule = ownRule(text, host, isRemoved(verdict.label) ? 'keep' : 'drop');
    return {
      block,
      reason,
      otherwise: otherwise({ reason, line, labels, verdict }),
      rule: verdict.kind === 'user' ? undefined : works(rule, block) ? rule : null,
    };
  });
  return { shown, more: blocks.length - shown.length };
}

function hostOf(url: string | null): string | null {
  return url === null ? null : new URL(url).hostname;
}
