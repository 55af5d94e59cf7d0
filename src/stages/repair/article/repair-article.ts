import type { Edit } from '../../../document/document.ts';
import { SHOWN } from '../costs.ts';
import { type Chain, NOTHING_SEEN } from '../hypothesis.ts';
import { mayBeDamaged } from '../prefilter/may-be-damaged.ts';
import { mayNeedRepair } from '../text/escapes.ts';
import type { Workspace } from '../workspace.ts';
import { withoutMentions } from './mentions.ts';
import { NO_EDITS, repairText } from './repair-text.ts';
import { sharedChains } from './shared-chains.ts';
import { wholeArticleEdits } from './whole-article.ts';

/** What each text of an article tells by itself. */
interface Alone {
  readonly edits: readonly (readonly Edit[])[];
  /** Texts in which nothing was found that explains them, by their places. */
  readonly unsolved: readonly number[];
  /** The chains that were undone. */
  readonly found: readonly Chain[];
  /** Those of them that were shown beyond doubt. */
  readonly shown: readonly Chain[];
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
  const isShown = alone.shown.length > 0;
  const shown = isShown ? alone.shown : shownTogether(workspace, texts, alone);
  const found = isShown ? alone.found : [...alone.found, ...shown];
  if (found.length === 0 && unsolved.length < 2) return repaired;
  const whole = wholeArticleEdits(workspace(), texts, found);
  if (whole !== null)
    return withoutMentions(
      texts,
      edits.map((list, i) => whole.get(i) ?? list),
    );
  if (shown.length === 0) return repaired;
  const all = [...edits];
  const seen = new Set(shown.map(({ key }) => key));
  for (const i of unsolved) {
    const again = repairText(workspace(), texts[i]!, escapes, seen);
    if (again.solved) all[i] = again.edits;
  }
  return withoutMentions(texts, all);
}

/** The chains that those texts show together that none of them explains beyond doubt. */
function shownTogether(
  workspace: () => Workspace,
  texts: readonly string[],
  { edits, unsolved }: Alone,
): readonly Chain[] {
  if (unsolved.length === 0) return [];
  const isUnsolved = new Set(unsolved);
  const lines = texts.filter((_, i) => isUnsolved.has(i) || edits[i]!.length > 0);
  return lines.length < 2 ? [] : sharedChains(workspace(), lines);
}

function repairAlone(
  workspace: () => Workspace,
  texts: readonly string[],
  escapes: boolean,
): Alone {
  const edits: (readonly Edit[])[] = texts.map(() => NO_EDITS);
  const unsolved: number[] = [];
  const found = new Map<string, Found>();
  for (const [i, text] of texts.entries()) {
    if (!mayNeedRepair(text, escapes)) continue;
    if (!escapes && !mayBeDamaged(workspace(), text)) {
      unsolved.push(i);
      continue;
    }
    const outcome = repairText(workspace(), text, escapes, NOTHING_SEEN);
    edits[i] = outcome.edits;
    if (!outcome.solved) unsolved.push(i);
    for (const chain of outcome.chains) note(found, chain, outcome.gain);
  }
  const all = [...found.values()];
  const shown = all.filter(({ most, sum }) => Math.max(most, sum) > SHOWN);
  return { edits, unsolved, found: all.map(chainOf), shown: shown.map(chainOf) };
}

/** A chain with the bits that it saves in one text, and in all where they add up. */
interface Found {
  readonly chain: Chain;
  readonly most: number;
  readonly sum: number;
}

function chainOf({ chain }: Found): Chain {
  return chain;
}

/** Legacy bytes are misread text by text in the same way; a find of UTF-8 that chance may have made is made again. */
function note(found: Map<string, Found>, chain: Chain, gain: number): void {
  const { most, sum } = found.get(chain.key) ?? { most: 0, sum: 0 };
  const more = chain.links.at(-1)!.was === 'utf-8' ? 0 : gain;
  found.set(chain.key, { chain, most: Math.max(most, gain), sum: sum + more });
}
