import type { RemovedLabel } from '../../labels.ts';
import { isRemoved } from '../../labels.ts';
import type { Namer } from './namer.ts';
import { type Judged, type Verdict, verdict } from './verdict.ts';

const MIN_NAMING = 0.6;
const GUESSES: ReadonlySet<string> = new Set(['below-article', 'above-title', 'between-title-and-body', 'line-of-links']);
const STANDING_ALONE: ReadonlySet<string> = new Set([
  'duplicate-title', 'duplicate-byline', 'page-date', 'author-bio', 'copyright', 'icon-name', 'breadcrumb', 'navigation',
]);

/**
 * Better names for removed blocks that no rule named: by their words, else by the furniture that they are
 * glued to (no blank line between, or one parent element).
 */
export function nameFurniture(judged: readonly Judged[], name: Namer): Judged[] {
  const named = judged.map((item): Judged => {
    if (!isGuess(item.verdict)) return item;
    const naming = name(item.block.copy.text);
    return naming && naming.certainty >= MIN_NAMING
      ? { block: item.block, verdict: verdict(naming.label, 'words-of-phrases', item.verdict!.certainty) }
      : item;
  });
  const out = [...named];
  for (let i = 1; i < out.length; i++) {
    const item = out[i]!;
    const label = isGuess(item.verdict) && isGlued(out[i - 1]!, item) ? labelOf(out[i - 1]!) : null;
    if (label) out[i] = { block: item.block, verdict: verdict(label, 'beside-named', item.verdict!.certainty) };
  }
  return out;
}

function isGuess(found: Verdict | null): boolean {
  return found !== null && GUESSES.has(found.rule);
}

function labelOf({ verdict: found }: Judged): RemovedLabel | null {
  if (!found || isGuess(found) || STANDING_ALONE.has(found.label)) return null;
  return isRemoved(found.label) ? found.label : null;
}

/** Whether nothing parts a block from the one before it. */
export function isGlued(before: Judged, item: Judged): boolean {
  const { element, gap } = item.block.context;
  if (!element) return gap === 0;
  return element.parent !== null && element.parent === before.block.context.element?.parent;
}
