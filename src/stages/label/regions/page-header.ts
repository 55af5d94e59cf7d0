import type { Block, Element } from '../../../document/document.ts';
import { namesPart } from '../../../recognize/class-names.ts';

const namesPageHeader = namesPart('page-header');
const ARTICLE = /^(?:article|main)$/;

/** Class, id and itemprop words of the element and the one around it. */
export function namesAround(element: Element | null): string {
  const one = element?.words ?? '';
  const two = element?.parent?.words ?? '';
  return one === '' && two === '' ? '' : `${one} ${two}`;
}

/** Whether a block stands in the page's own header, which does not hold the title. */
export function inPageHeader(block: Block, title: Block | undefined): boolean {
  const around = elementsAround(title);
  for (let e = block.context.element; e; e = e.parent) {
    if (ARTICLE.test(e.tag) || around.has(e)) return false;
    const header = e.tag === 'nav' || (e.tag === 'header' && e.parent?.tag === 'body');
    if (header || namesPageHeader(e.words)) return true;
  }
  return false;
}

/** Whether a block stands in the same part of the page as the title; always in plain text. */
export function sharesBox({ context }: Block, title: Block | undefined): boolean {
  if (!context.element) return true;
  const around = elementsAround(title, 'body');
  const { parent } = context.element;
  return around.has(context.element) || (parent !== null && around.has(parent));
}

function elementsAround(block: Block | undefined, end?: string): ReadonlySet<Element> {
  const around = new Set<Element>();
  for (let e = block?.context.element ?? null; e && e.tag !== end; e = e.parent) around.add(e);
  return around;
}
