import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { UNREAD } from './tags.ts';

/**
 * The line (1-based) on which each text node of a page begins, by the ordinals that `at.node` counts. Parses
 * again, with locations, so it is for explaining and not for runs.
 */
export function textNodeLines(html: string): readonly number[] {
  const lines: number[] = [];
  const open: DefaultTreeAdapterTypes.Node[] = [
    parse(html, { scriptingEnabled: false, sourceCodeLocationInfo: true }),
  ];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('value' in node) lines.push(node.sourceCodeLocation?.startLine ?? lines.at(-1) ?? 1);
    if (!('childNodes' in node) || UNREAD.has(node.nodeName)) continue;
    for (let i = node.childNodes.length - 1; i >= 0; i--) open.push(node.childNodes[i]!);
  }
  return lines;
}
