import type { Block, Element } from '../../../document/document.ts';
import type { Line } from '../../read/line.ts';

/** Share of the prose, 0 to 1, that the article's element holds at least. Set by hand on the open benchmark's pages. */
const MIN_CONTAINER_SHARE = 0.6;

// A paragraph holds no article.
const LEAVES: ReadonlySet<string> = new Set(['p', 'li', 'span', 'h1', 'h2', 'h3', 'td']);

/** The share of a page's prose, 0 to 1, that stands in an element. */
export type ProseShare = (element: Element) => number;

/** Sums the page's prose by element. */
export function proseShares(lines: readonly Line[]): ProseShare {
  const sums = proseByElement(
    lines.filter((line) => !line.block.context.hidden && line.isSentence),
  );
  return (element) => (sums.total > 0 ? (sums.of.get(element) ?? 0) / sums.total : 0);
}

/** The innermost element that holds most of the prose among these lines; null in plain text. */
export function containerOf(lines: readonly Line[]): Element | null {
  const sums = proseByElement(lines.filter((line) => line.isSentence));
  let best: Element | null = null;
  for (const [element, weight] of sums.of) {
    if (LEAVES.has(element.tag) || weight < sums.total * MIN_CONTAINER_SHARE) continue;
    if (!best || element.ordinal > best.ordinal) best = element;
  }
  return best;
}

/** Whether the block stands inside the element. */
export function isInside(block: Block, container: Element): boolean {
  for (let element = block.context.element; element; element = element.parent) {
    if (element === container) return true;
    if (element.ordinal < container.ordinal) return false;
  }
  return false;
}

function proseByElement(lines: readonly Line[]): { of: Map<Element, number>; total: number } {
  const direct = new Map<Element, number>();
  let total = 0;
  for (const line of lines) {
    const { context } = line.block;
    const weight = line.weight * (1 - context.linkShare);
    total += weight;
    if (context.element) direct.set(context.element, (direct.get(context.element) ?? 0) + weight);
  }
  const elements = new Set<Element>();
  for (const start of direct.keys()) {
    for (let e: Element | null = start; e && !elements.has(e); e = e.parent) elements.add(e);
  }
  // Children have higher ordinals than their parents: one pass from the last to the first adds all up.
  const of = new Map(direct);
  for (const element of [...elements].sort((a, b) => b.ordinal - a.ordinal)) {
    const { parent } = element;
    if (parent) of.set(parent, (of.get(parent) ?? 0) + (of.get(element) ?? 0));
  }
  return { of, total };
}
