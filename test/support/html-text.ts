import { type DefaultTreeAdapterTypes, parse } from 'parse5';

const UNREAD = new Set(['script', 'style', 'template']);

/** The text nodes of a page outside script, style and template, in document order. */
export function textNodesOf(html: string): string[] {
  const out: string[] = [];
  const open: DefaultTreeAdapterTypes.Node[] = [parse(html, { scriptingEnabled: false })];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeName === '#text') out.push((node as DefaultTreeAdapterTypes.TextNode).value);
    if (UNREAD.has(node.nodeName) || !('childNodes' in node)) continue;
    open.push(...node.childNodes.toReversed());
  }
  return out;
}
