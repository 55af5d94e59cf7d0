import type { Element } from '../../document.ts';
import { parseByline } from '../metadata/byline.ts';
import { isDateLine } from '../metadata/dates/line.ts';
import type { Range } from './body.ts';
import type { HeadContext } from './head.ts';
import { endsSentence, isProse } from './shape.ts';
import { isInside } from './trunk.ts';
import type { Judged } from './verdict.ts';

const MAX_LINK_SHARE = 0.3;
const MAX_HEAD_BLOCKS = 6;
const STRUCTURE = new Set(['list-item', 'quote', 'table', 'preformatted']);

/**
 * Where the body begins when the lines of facts at its top are left to the head: a byline or a date line
 * within its first blocks belongs to the head, and so does what stands above it.
 */
export function bodyStartBelowFacts(
  judged: readonly Judged[],
  range: Range,
  language: string | undefined,
): number {
  let start = range.start;
  const limit = Math.min(range.start + MAX_HEAD_BLOCKS, range.end - 1);
  let prose = 0;
  for (let i = range.start; i < limit; i++) {
    const { block } = judged[i]!;
    if (isProse(block)) {
      prose += 1;
      if (prose > 2) break;
    } else if (isFactLine(block.copy.text, language)) start = i + 1;
  }
  return start;
}

/** The body's end moved past lists, quotes, tables and short sentences that follow it without a break. */
export function extendedEnd(
  judged: readonly Judged[],
  range: Range,
  container: Element | null,
  context: Pick<HeadContext, 'vocabulary' | 'language'>,
): number {
  let end = range.end;
  for (; end < judged.length; end++) {
    const { block, verdict } = judged[end]!;
    if (verdict || block.context.linkShare > MAX_LINK_SHARE || block.context.hidden) break;
    if (container && !isInside(block, container)) break;
    const { text } = block.copy;
    const note = context.vocabulary.isEditorNote(text);
    if (!STRUCTURE.has(block.type) && !note && !endsSentence(text)) break;
    if (!note && isFactLine(text, context.language)) break;
  }
  return end;
}

function isFactLine(text: string, language: string | undefined): boolean {
  return isDateLine(text, language) !== null || parseByline(text, language)?.confident === true;
}
