import type { Label, RemovedLabel } from '../../../contract/labels.ts';
import { isRemoved } from '../../../contract/labels.ts';
import type { Namer } from '../phrases/naive-bayes.ts';
import { type Judged, type Verdict, verdict } from '../verdict.ts';

const MIN_NAMING = 0.6;
// Headlines of other articles share words with phrases by chance.
const MIN_NAMING_BELOW_RELATED = 0.95;
const SURE_NAMING = 0.9;
const JAVASCRIPT = /\bjavascript\b/i;
const GUESSES: ReadonlySet<string> = new Set([
  'below-article',
  'below-related',
  'above-title',
  'between-title-and-body',
  'line-of-links',
  'model',
]);
// The fields and buttons of a form are worded alike in all of these; the box's first line says which it is.
const BOXES: ReadonlySet<Label> = new Set([
  'newsletter',
  'subscription',
  'login',
  'comment-form',
  'cookie-consent',
  'correction-form',
  'related',
]);

/**
 * Better names for removed blocks that no rule named: by their words, else by the furniture that they are
 * glued to (no blank line between, or one parent element).
 */
export function nameFurniture(judged: readonly Judged[], name: Namer): Judged[] {
  const out = [...judged];
  out.forEach((item, i) => {
    const before = out[i - 1];
    const box = before && isGlued(before, item) ? boxOf(before) : null;
    const better = renamed(item, box, name);
    if (better) out[i] = { block: item.block, verdict: better };
  });
  return out;
}

/** The block's own words name it, unless they are those of any form: then the box that it is in does. */
function renamed(item: Judged, box: RemovedLabel | null, name: Namer): Verdict | null {
  const guess = isGuess(item.verdict);
  const beside = box && verdict(box, 'beside-named', item.verdict?.certainty ?? 0);
  if (!guess) return isForm(boxOf(item)) && isForm(box) ? beside : null;
  const own = named(item, name);
  return box && (!own || isForm(own.label) || own.certainty < SURE_NAMING) ? beside : own;
}

function named({ block, verdict: found }: Judged, name: Namer): Verdict | null {
  const { text } = block.copy;
  if (JAVASCRIPT.test(text)) return verdict('noscript', 'names-javascript', 0.8);
  const naming = name(text);
  const needed = found!.rule === 'below-related' ? MIN_NAMING_BELOW_RELATED : MIN_NAMING;
  return naming && naming.certainty >= needed
    ? verdict(naming.label, 'words-of-phrases', naming.certainty)
    : null;
}

function isForm(label: Label | null): boolean {
  return label !== null && label !== 'related' && BOXES.has(label);
}

function isGuess(found: Verdict | null): boolean {
  return found !== null && found.label !== 'body' && GUESSES.has(found.rule);
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
