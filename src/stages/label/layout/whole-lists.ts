import type { Element } from '../../../document/document.ts';
import type { LabelledLine } from '../labelled-line.ts';

// Set by hand: a share of a line's text, 0 to 1; the share of a list's or a cell's text, 0 to 1, from which on the
// rest is body too.
const MAX_LINK_SHARE = 0.3;
const MIN_CHOSEN = 0.4;

/**
 * Takes the items of a list, and the paragraphs of a cell that line breaks part, for body where much of the list or cell
 * is, unless a rule names them or they are links.
 */
export function withWholeLists(lines: readonly LabelledLine[], isBody: boolean[]): void {
  for (let i = 0; i < lines.length; i++) {
    const list = listOf(lines[i]!);
    if (list === null) continue;
    let end = i + 1;
    while (end < lines.length && listOf(lines[end]!) === list) end += 1;
    let all = 0;
    let chosen = 0;
    for (let k = i; k < end; k++) {
      all += lines[k]!.line.weight;
      if (isBody[k]) chosen += lines[k]!.line.weight;
    }
    if (chosen > 0 && chosen >= all * MIN_CHOSEN)
      for (let k = i; k < end; k++) isBody[k] ||= isOpen(lines[k]!);
    i = end - 1;
  }
}

function listOf({ line }: LabelledLine): Element | null {
  const { type, context } = line.block;
  if (context.element?.tag === 'td') return type === 'paragraph' ? context.element : null;
  if (type !== 'list-item') return null;
  let element = context.element;
  while (element !== null && element.tag !== 'ul' && element.tag !== 'ol') element = element.parent;
  return element;
}

function isOpen({ line, verdict }: LabelledLine): boolean {
  const { hidden, linkShare } = line.block.context;
  return verdict === null && !hidden && linkShare <= MAX_LINK_SHARE;
}
