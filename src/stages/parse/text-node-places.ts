import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { UNREAD } from './tags.ts';

/** A place in a source; line and column (in UTF-16 units) are 1-based. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/** Where in a source a unit of the text of a text node stands, by the ordinals and offsets that `at` counts. */
export type TextNodePlaces = (node: number, offset: number) => Place;

const ENTITY = /&(?:#x?[0-9a-f]+|[a-z][a-z0-9]*);?/iy;
const FIRST: Place = { line: 1, column: 1 };

/** Where the text nodes of a page stand. Parses again, with locations, so it is for explaining and not for runs. */
export function textNodePlaces(html: string): TextNodePlaces {
  const starts = textNodeStarts(html);
  return (node, offset) => {
    const start = starts[node];
    return start === undefined ? FIRST : placeIn(html, start, offset);
  };
}

/** The offset of each text node in the source, in the order in which `at.node` counts them. */
export function textNodeStarts(html: string): readonly NodeStart[] {
  const starts: NodeStart[] = [];
  const open: DefaultTreeAdapterTypes.Node[] = [
    parse(html, { scriptingEnabled: false, sourceCodeLocationInfo: true }),
  ];
  for (let node = open.pop(); node; node = open.pop()) {
    if ('value' in node) starts.push(node.sourceCodeLocation ?? starts.at(-1) ?? NOWHERE);
    if (!('childNodes' in node) || UNREAD.has(node.nodeName)) continue;
    for (let i = node.childNodes.length - 1; i >= 0; i--) open.push(node.childNodes[i]!);
  }
  return starts;
}

/** Where a text node begins: its offset in UTF-16 units, and its line and column, 1-based. */
export interface NodeStart {
  readonly startOffset: number;
  readonly startLine: number;
  readonly startCol: number;
}

const NOWHERE: NodeStart = { startOffset: 0, startLine: 1, startCol: 1 };

/** Goes on in the source by some units of text: an entity, or a line end of two, is one. */
function placeIn(
  html: string,
  { startOffset, startLine, startCol }: NodeStart,
  units: number,
): Place {
  let at = startOffset;
  let line = startLine;
  let column = startCol;
  for (let left = units; left > 0 && at < html.length; left--) {
    const length = unitLength(html, at);
    const ends = html[at + length - 1] === '\n' || html[at] === '\r';
    line += ends ? 1 : 0;
    column = ends ? 1 : column + length;
    at += length;
  }
  return { line, column };
}

function unitLength(html: string, at: number): number {
  if (html[at] === '\r' && html[at + 1] === '\n') return 2;
  if (html[at] !== '&') return 1;
  ENTITY.lastIndex = at;
  return ENTITY.exec(html)?.[0].length ?? 1;
}
