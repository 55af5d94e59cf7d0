import type { Edit } from '../../../document/document.ts';
import { NOTHING_SEEN } from '../hypothesis.ts';
import { mayBeDamaged } from '../prefilter/may-be-damaged.ts';
import { mayNeedRepair } from '../text/escapes.ts';
import type { Workspace } from '../workspace.ts';
import { withoutMentions } from './mentions.ts';
import { NO_EDITS, repairText } from './repair-text.ts';
import { sharedChains } from './shared-chains.ts';

/** What each text of an article tells by itself. */
interface Alone {
  readonly edits: readonly (readonly Edit[])[];
  /** Texts in which nothing was found that explains them, by their places. */
  readonly unsolved: readonly number[];
  /** Keys of the chains that were shown. */
  readonly shown: ReadonlySet<string>;
}

/**
 * The edits of an article's texts: each is repaired by itself, then by what the others have shown. The workspace is
 * asked for only where a text may need repair.
 */
export function repairArticle(
  workspace: () => Workspace,
  texts: readonly string[],
  escapes: boolean,
): readonly (readonly Edit[])[] {
  const alone = repairAlone(workspace, texts, escapes);
  const { edits, unsolved } = alone;
  const isTouched = edits.some((list) => list.length > 0);
  const repaired = isTouched ? withoutMentions(texts, edits) : edits;
  if (isTouched && repaired.every((list) => list.length === 0)) return repaired;
  const isShown = alone.shown.size > 0 || unsolved.length < 2;
  const shown = isShown ? alone.shown : shownTogether(workspace(), texts, unsolved);
  if (shown.size === 0) return repaired;
  const all = [...edits];
  for (const i of unsolved) {
    const again = repairText(workspace(), texts[i]!, escapes, shown);
    if (again.solved) all[i] = again.edits;
  }
  return withoutMentions(texts, all);
}

function shownTogether(
  workspace: Workspace,
  texts: readonly string[],
  unsolved: readonly number[],
): ReadonlySet<string> {
  const lines = unsolved.map((i) => texts[i]!);
  return new Set(sharedChains(workspace, lines).map(({ key }) => key));
}

function repairAlone(
  workspace: () => Workspace,
  texts: readonly string[],
  escapes: boolean,
): Alone {
  const edits: (readonly Edit[])[] = texts.map(() => NO_EDITS);
  const unsolved: number[] = [];
  const shown = new Set<string>();
  for (const [i, text] of texts.entries()) {
    if (!mayNeedRepair(text, escapes)) continue;
    if (!escapes && !mayBeDamaged(workspace(), text)) {
      unsolved.push(i);
      continue;
    }
    const found = repairText(workspace(), text, escapes, NOTHING_SEEN);
    edits[i] = found.edits;
    if (!found.solved) unsolved.push(i);
    for (const { key } of found.shown) shown.add(key);
  }
  return { edits, unsolved, shown };
}
