import type { Label, RemovedLabel } from '../../../contract/labels.ts';
import { isRemoved } from '../../../contract/labels.ts';
import { FORMS, NAMING_BOXES } from '../../../document/label-sets.ts';
import { type RuleName, ruleNamed } from '../../../document/rules.ts';
import { type Verdict, verdict } from '../../../document/verdict.ts';
import type { Namer } from '../../../recognize/phrases/naive-bayes.ts';
import { type LabelledLine, relabel } from '../labelled-line.ts';

// Certainties, 0 to 1, set by hand on the open benchmark's pages and texts. Headlines of other articles share words
// with phrases by chance.
const MIN_NAMING = 0.6;
const MIN_NAMING_BELOW_RELATED = 0.95;
const SURE_NAMING = 0.9;
/** Letters of a line in capitals from which on it is a headline; shorter ones are labels of any kind. Set by hand. */
const MIN_CAPITALS = 24;
const JAVASCRIPT = /\bjavascript\b/i;
const BELOW_RELATED: RuleName = 'below-related';
const BARE_LINK = 'bare-link' satisfies RuleName;
/** With more it is a sentence or a headline about the network. */
const MAX_NETWORK_WORDS = 3;

/**
 * Better names for removed blocks that no rule named: by their words, else by the boilerplate that they are
 * glued to (no blank line between, or one parent element).
 */
export function nameBoilerplate(lines: readonly LabelledLine[], name: Namer): LabelledLine[] {
  const out = [...lines];
  out.forEach((item, i) => {
    const before = out[i - 1];
    const box = before && isGlued(before, item) ? boxOf(before) : null;
    const better = ofAddress(item, i) ?? ofNetwork(item) ?? renamed(item, box, name);
    if (better) out[i] = relabel(item, better);
  });
  return out;
}

/** The block's own words name it, unless they are those of any form: then the box that it is in does. */
function renamed(item: LabelledLine, box: RemovedLabel | null, name: Namer): Verdict | null {
  const guess = isGuess(item.verdict);
  const beside = box && verdict(box, 'beside-named', item.verdict?.certainty ?? 0);
  if (!guess) return isForm(boxOf(item)) && isForm(box) ? beside : null;
  const own = named(item, name) ?? ofShape(item);
  return box && (!own || isForm(own.label) || own.certainty < SURE_NAMING) ? beside : own;
}

function named({ line, verdict: found }: LabelledLine, name: Namer): Verdict | null {
  const { text } = line;
  if (JAVASCRIPT.test(text)) return verdict('noscript', 'names-javascript');
  const naming = name(text, line.key);
  const needed = found!.rule === BELOW_RELATED ? MIN_NAMING_BELOW_RELATED : MIN_NAMING;
  return naming && naming.certainty >= needed
    ? verdict(naming.label, 'words-of-phrases', naming.certainty)
    : null;
}

/** A link alone in a plain text's first line is where the text was found. */
function ofAddress({ line, verdict: found }: LabelledLine, i: number): Verdict | null {
  const isAddress = i === 0 && !line.block.context.element && found?.rule === BARE_LINK;
  return isAddress ? verdict('site-template', BARE_LINK) : null;
}

/** In plain text, a network's name and a word or two, whatever it is glued to. */
function ofNetwork({ line, verdict: found }: LabelledLine): Verdict | null {
  if (line.block.context.element || !isGuess(found) || line.words > MAX_NETWORK_WORDS) return null;
  return line.reading.vocabulary.networksIn(line.key) > 0
    ? verdict('social', 'name-of-network')
    : null;
}

/** In plain text, what a line that the model rejects looks like: where links to other articles have lost their markup. */
function ofShape({ line, verdict: found }: LabelledLine): Verdict | null {
  const { text, block } = line;
  if (block.context.element || found?.kind !== 'model' || line.isSentence) return null;
  const isCapitals = line.weight >= MIN_CAPITALS && text === text.toUpperCase();
  const isHeadline = isCapitals && text !== text.toLowerCase();
  return isHeadline ? verdict('related', 'all-capitals', found.certainty) : null;
}

function isForm(label: Label | null): boolean {
  return label !== null && FORMS.has(label);
}

function isGuess(found: Verdict | null): boolean {
  return found !== null && found.label !== 'body' && ruleNamed(found.rule).isGuess === true;
}

/** The kind of box that a block of boilerplate belongs to, or null. */
function boxOf({ verdict: found }: LabelledLine): RemovedLabel | null {
  if (!found || isGuess(found) || !isRemoved(found.label)) return null;
  return NAMING_BOXES.has(found.label) ? found.label : null;
}

/** Whether nothing parts a block from the one before it. */
export function isGlued(before: LabelledLine, item: LabelledLine): boolean {
  const { element, gap } = item.line.block.context;
  if (!element) return gap === 0;
  return element.parent !== null && element.parent === before.line.block.context.element?.parent;
}
