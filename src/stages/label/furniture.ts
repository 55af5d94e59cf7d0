import type { RemovedLabel } from '../../labels.ts';
import { isRemoved } from '../../labels.ts';
import type { Namer } from './namer.ts';
import { type Judged, type Verdict, verdict } from './verdict.ts';

const MIN_NAMING = 0.6;
// Headlines of other articles share words with phrases by chance.
const MIN_NAMING_BELOW_RELATED = 0.95;
const JAVASCRIPT = /\bjavascript\b/i;
const GUESSES: ReadonlySet<string> = new Set(['below-article', 'below-related', 'above-title', 'between-title-and-body', 'line-of-links']);
// The fields and buttons of a form are worded alike in all of these; the box's first line says which it is.
const BOXES: ReadonlySet<RemovedLabel> = new Set([
  'newsletter', 'subscription', 'login', 'comment-form', 'cookie-consent', 'correction-form',
]);

/**
 * Better names for removed blocks that no rule named: by their words, else by the furniture that they are
 * glued to (no blank line between, or one parent element).
 */
export function nameFurniture(judged: readonly Judged[], name: Namer): Judged[] {
  const named = judged.map((item): Judged => {
    if (!isGuess(item.verdict)) return item;
    const { text } = item.block.copy;
    if (JAVASCRIPT.test(text)) {
      return { block: item.block, verdict: verdict('noscript', 'names-javascript', 0.8) };
    }
    const naming = name(text);
    const needed = item.verdict!.rule === 'below-related' ? MIN_NAMING_BELOW_RELATED : MIN_NAMING;
    return naming && naming.certainty >= needed
      ? { block: item.block, verdict: verdict(naming.label, 'words-of-phrases', item.verdict!.certainty) }
      : item;
  });
  const out = [...named];
  for (let i = 1; i < out.length; i++) {
    const item = out[i]!;
    const box = isGlued(out[i - 1]!, item) ? boxOf(out[i - 1]!) : null;
    if (box && (isGuess(item.verdict) || boxOf(item))) {
      const { certainty } = item.verdict!;
      out[i] = { block: item.block, verdict: verdict(box, 'beside-named', certainty) };
    }
  }
  return out;
}

function isGuess(found: Verdict | null): boolean {
  return found !== null && GUESSES.has(found.rule);
}

/** The kind of box that a block of furniture belongs to, or null. */
function boxOf({ verdict: found }: Judged): RemovedLabel | null {
  if (!found || isGuess(found) || !isRemoved(found.label)) return null;
  return BOXES.has(found.label) ? found.label : null;
}

/** Whether nothing parts a block from the one before it. */
export function isGlued(before: Judged, item: Judged): boolean {
  const { element, gap } = item.block.context;
  if (!element) return gap === 0;
  return element.parent !== null && element.parent === before.block.context.element?.parent;
}
