import type { Block } from '../../../../document/document.ts';
import type { Sequence } from '../sequence.ts';

// Set by hand; the weights were trained on them, so that other values need new ones. Scores, 0 to 1: above SURE an item
// counts as body, between the other two it is unsure. The share of an item's text above which it is a link, and the
// UTF-16 units of it in which a price is looked for.
const SURE = 0.5;
const SURELY_OUT = 0.15;
const SURELY_IN = 0.85;
const MOSTLY_LINKED = 0.8;
const PRICE_REACH = 200;
const ORIGIN = /^[a-z]+:\/\/[^/]*/i;
const QUERY = /[?#].*$/;
const PRICE = /[$€£¥₹]\s?\d|\d\s?(?:€|zł|USD|EUR)/;

/** What a page's features are worked out from. */
export interface PageView {
  readonly sequence: Sequence;
  /** For each item the score of being body, 0 to 1. */
  readonly scores: Float32Array;
  /** Items, and one more: what counts are divided by. */
  readonly some: number;
  /** Words of all items, and one more. */
  readonly words: number;
  /** Items that count as body, and the words of them. */
  readonly blocks: number;
  readonly bodyWords: number;
  /** The address that the page gives itself, '' when it gives none; its path, and the parts of the path. */
  readonly address: string;
  readonly path: string;
  readonly segments: readonly string[];
  /** Names of the body element. */
  readonly names: string;
  /** Items that hold a price. */
  readonly prices: number;
}

/** Looks at a page once for all of its features. */
export function viewOf(sequence: Sequence, scores: Float32Array): PageView {
  const { items, counts, page } = sequence;
  const address =
    page.all.find((fact) => fact.name === 'canonical' || fact.name === 'og:url')?.value ?? '';
  const path = address.replace(ORIGIN, '').replace(QUERY, '');
  return {
    sequence,
    scores,
    some: items.length + 1,
    words: counts.reduce((total, { words }) => total + words, 0) + 1,
    blocks: scores.reduce((total, score) => total + (isAbove(score) ? 1 : 0), 0),
    bodyWords: counts.reduce((total, { words }, i) => total + (isAbove(scores[i]!) ? words : 0), 0),
    address,
    path,
    segments: path.split('/').filter((segment) => segment !== ''),
    names: bodyNames(sequence),
    prices: items.filter(({ line }) => PRICE.test(line.text.slice(0, PRICE_REACH))).length,
  };
}

function bodyNames({ items }: Sequence): string {
  let element = items[0]?.line.block.context.element ?? null;
  while (element && element.tag !== 'body') element = element.parent;
  return element?.words ?? '';
}

/** The sum over all items, from the first on. */
export function sum({ sequence: { items } }: PageView, value: (i: number) => number): number {
  let total = 0;
  for (let i = 0; i < items.length; i++) total += value(i);
  return total;
}

/** How many items are so. */
export function countOf(view: PageView, is: (i: number) => boolean): number {
  return sum(view, (i) => (is(i) ? 1 : 0));
}

/** Words of an item. */
export function wordsAt({ sequence }: PageView, i: number): number {
  return sequence.counts[i]!.words;
}

/** The block of an item. */
export function blockAt({ sequence }: PageView, i: number): Block {
  return sequence.items[i]!.line.block;
}

/** Whether a score is that of body. */
function isAbove(score: number): boolean {
  return score > SURE;
}

/** Whether an item counts as body; none outside of the page does. */
export function isBody({ scores }: PageView, i: number): boolean {
  return isAbove(scores[i]!);
}

/** The value where an item counts as body, else 0. */
export function ifBody(view: PageView, i: number, value: number): number {
  return isBody(view, i) ? value : 0;
}

/** Whether an item may well be body and may well be none. */
export function isUnsure({ scores }: PageView, i: number): boolean {
  return scores[i]! > SURELY_OUT && scores[i]! < SURELY_IN;
}

/** Whether an item is a link, as most of its text shows. */
export function isLinked(view: PageView, i: number): boolean {
  return blockAt(view, i).context.linkShare > MOSTLY_LINKED;
}

/** Items from the first that counts as body to the last, both included; 1 where none does. */
export function bodySpan({ scores }: PageView): number {
  let last = scores.length - 1;
  while (last >= 0 && !isAbove(scores[last]!)) last -= 1;
  return 1 + last - scores.findIndex(isAbove);
}
