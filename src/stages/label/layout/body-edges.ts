import type { Element } from '../../../document/document.ts';
import { endsSentence, isProse, sentencesIn, weightOf } from '../../read/shape.ts';
import type { HeadContext } from '../regions/head.ts';
import { isTime } from '../regions/subhead.ts';
import type { Judged } from '../verdict.ts';
import { isInside } from './containers.ts';
import { isFactLine } from './fact-line.ts';
import type { Range } from './prose-range.ts';

const MAX_LINK_SHARE = 0.3;
const MAX_HEAD_BLOCKS = 10;
const MIN_SENTENCE_WEIGHT = 35;
const MIN_SIGNED_WEIGHT = 60;
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
    const { text } = block.copy;
    if (isFactLine(text, language)) start = i + 1;
    else if (isProse(block)) prose += 1;
    if (prose > 2) break;
  }
  return start;
}

/**
 * The body's start moved up over subheads, times of a live blog and lists that stand right above it, but not
 * over what stands right under the title.
 */
export function bodyStartAboveHeads(
  judged: readonly Judged[],
  bodyStart: number,
  title: number,
  html: boolean,
): number {
  let start = bodyStart;
  while (start - 1 > title + 1) {
    const { block, verdict } = judged[start - 1]!;
    if (verdict || block.context.hidden || block.context.linkShare > MAX_LINK_SHARE) break;
    const structure = html && (block.type === 'heading' || STRUCTURE.has(block.type));
    if (!structure && !isTime(block.copy.text)) break;
    start -= 1;
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
    if (verdict && isInlineLink(verdict.label) && continuesBehind(judged[end + 1])) continue;
    if (verdict || block.context.linkShare > MAX_LINK_SHARE || block.context.hidden) break;
    if (container && !isInside(block, container)) break;
    const { text } = block.copy;
    const note = context.vocabulary.isEditorNote(text);
    if (!STRUCTURE.has(block.type) && !note && !hasSentence(text)) break;
    if (!note && isFactLine(text, context.language)) break;
  }
  return end;
}

function isInlineLink(label: string): boolean {
  return label === 'related' || label === 'read-more' || label === 'advertisement';
}

/** A sentence of the article behind a link or an advertisement that was put between its paragraphs. */
function continuesBehind(item: Judged | undefined): boolean {
  if (!item || item.verdict || item.block.context.linkShare > 0) return false;
  const { text } = item.block.copy;
  return (
    item.block.type === 'paragraph' && endsSentence(text) && weightOf(text) >= MIN_SENTENCE_WEIGHT
  );
}

/** A line that ends a sentence, or holds one and a sign-off behind it. */
function hasSentence(text: string): boolean {
  return endsSentence(text) || (sentencesIn(text) > 0 && weightOf(text) >= MIN_SIGNED_WEIGHT);
}
